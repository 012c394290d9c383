import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sites } from '@/lib/sites/registry';
import { chromeBuild, firefoxBuild, root } from '../../scripts/paths.ts';
import { importGraph } from '../../scripts/sizes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const builds = [
  ['Chrome', chromeBuild, 'chrome'],
  ['Firefox', firefoxBuild, 'firefox'],
] as const;

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

function manifestOf(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
}

describe.each(builds)('the package for %s', (_name, folder, browser) => {
  it('opens no file of its own to web pages and asks for Gmail alone', () => {
    const manifest = manifestOf(folder);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.host_permissions).toEqual(['https://mail.google.com/*']);
    expect(manifest.permissions).not.toContain('tabs');
    const matches = manifest.content_scripts.flatMap((script: { matches: string[] }) => script.matches);
    expect([...new Set(matches)]).toEqual(['https://mail.google.com/*']);
  });

  it('asks for no permission that docs/permissions.md does not explain', () => {
    const manifest = manifestOf(folder);
    const asked = [...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_host_permissions];
    const explained = readFileSync(join(root, 'docs/permissions.md'), 'utf8');
    expect(asked.filter((permission: string) => !explained.includes(`\`${permission}\``))).toEqual([]);
  });

  it('has the one page beside other pages that this browser knows, which does not open by itself', () => {
    const { permissions, side_panel, sidebar_action } = manifestOf(folder);
    const isChrome = browser === 'chrome';
    expect(permissions.includes('sidePanel')).toBe(isChrome);
    expect(side_panel).toEqual(isChrome ? { default_path: 'sidepanel.html' } : undefined);
    expect(sidebar_action).toEqual(
      isChrome ? undefined : { default_panel: 'sidepanel.html', default_title: 'Holdfast', open_at_install: false },
    );
  });

  it('lets no markup and no foreign script into its pages', () => {
    const rules = manifestOf(folder).content_security_policy.extension_pages;
    expect(rules.split(/;\s*/)).toEqual(
      expect.arrayContaining(["script-src 'self'", "object-src 'none'", "require-trusted-types-for 'script'"]),
    );
  });

  it('stays out of private windows', () => {
    expect(manifestOf(folder).incognito).toBe('not_allowed');
  });

  it('names its toolbar button, and has an icon for every size', () => {
    const manifest = manifestOf(folder);
    expect(manifest.action.default_title).toBe('__MSG_actionTitle__');
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '128']);
  });

  it('ships no source maps and no address of a server', () => {
    const files = filesOf(folder);
    expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
    const scripts = files
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    const addressesIn = (text: string) => text.match(/\b(?:https?|wss?):\/\/[a-z0-9.-]+/g) ?? [];
    // By its address a page is known to be of a site; nothing is ever sent there.
    const known = new Set(sites.flatMap(({ matches }) => matches.flatMap(addressesIn)));
    const addresses = scripts.flatMap(addressesIn).filter((address) => !known.has(address));
    // React, Dexie, Zod, Moment and the bundler name their own documentation, holidays the laws they come from; SVG and MathML have
    // names that look like addresses.
    const harmless =
      /^https?:\/\/(?:react\.dev|www\.w3\.org|dexie\.org|bit\.ly|goo\.gl|tinyurl\.com|mail\.google\.com|json-schema\.org|momentjs\.com|rolldown\.rs|legisla\.casacivil\.go\.gov\.br|www\.gl\.ch)$/;
    expect([...new Set(addresses)].filter((address) => !harmless.test(address))).toEqual([]);
  });

  it('has what knows holidays and calendar files in the settings page alone', () => {
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    const holds = (entry: string) =>
      ['Whit Monday', 'BYMONTHDAY'].filter((mark) =>
        [...importGraph(entry, read)].some((path) => read(path).includes(mark)),
      );
    const pages = filesOf(folder).filter((name) => name.endsWith('.html'));
    expect(pages).toContain('options.html');
    const others = [
      ...pages.filter((name) => name !== 'options.html'),
      'background.js',
      'content-scripts/gmail.js',
      'content-scripts/site.js',
      'content-scripts/any-page.js',
      'content-scripts/webmail.js',
      'card.js',
      'reading.js',
    ];
    for (const entry of others) expect(holds(entry), entry).toEqual([]);
    expect(holds('options.html')).toEqual(expect.arrayContaining(['Whit Monday', 'BYMONTHDAY']));
  });

  it('draws badges by one script and cards by another, which no page loads by itself', () => {
    const scripts = filesOf(folder).filter((name) => name.endsWith('.js') && !name.startsWith('chunks/'));
    expect(scripts).toEqual([
      'background.js',
      'card.js',
      'content-scripts/any-page.js',
      'content-scripts/gmail.js',
      'content-scripts/site.js',
      'content-scripts/webmail.js',
      'reading.js',
    ]);
    const holdsCard = (name: string) => readFileSync(join(folder, name), 'utf8').includes('logInteraction');
    expect(scripts.filter((name) => name !== 'background.js' && holdsCard(name))).toEqual(['card.js']);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).not.toContain('card.js');
  });

  it('reads text by a script that no start of the background loads', () => {
    const holdsDates = (name: string) => readFileSync(join(folder, name), 'utf8').includes('forwardDate');
    const scripts = filesOf(folder).filter((name) => name.endsWith('.js'));
    expect(scripts.filter(holdsDates)).toEqual(['reading.js']);
  });

  it('is the same to the byte when built again elsewhere', () => {
    const elsewhere = temporaryFolder('again');
    const { status, stderr } = spawnSync(join(root, 'node_modules/.bin/wxt'), ['build', '-b', browser], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, HOLDFAST_OUT_DIR: elsewhere, NODE_ENV: 'production' },
    });
    expect(status, stderr).toBe(0);
    const hashes = (from: string) =>
      filesOf(from).map(
        (name) =>
          `${name} ${createHash('sha256')
            .update(readFileSync(join(from, name)))
            .digest('hex')}`,
      );
    expect(hashes(join(elsewhere, `${browser}-mv3`))).toEqual(hashes(folder));
  });
});
