import { expect, it } from 'vitest';
import { experimentalPatterns, scriptFor, webmailPatterns } from '@/lib/extension/site-scripts';
import { crmSites } from '@/lib/sites/crm-sites';
import { sites } from '@/lib/sites/registry';
import { serverSites } from '@/lib/sites/server-sites';
import { webmailAt, webmailSites } from '@/lib/sites/webmail-sites';

const matchesOf = (sites: typeof webmailSites) => sites.flatMap(({ matches }) => matches);

it('a webmail at a known address gets the script that knows it, and nobody else does', () => {
  expect([...webmailPatterns].sort(), 'Name the same patterns in lib/extension/site-scripts.ts.').toEqual(
    matchesOf(webmailSites).sort(),
  );
  for (const site of webmailSites) {
    for (const pattern of site.matches) {
      expect(scriptFor(pattern).js).toEqual(['/content-scripts/webmail.js']);
      expect(webmailAt(new URL(pattern.replace('*', 'mail/0/'))), `Only whole hosts: ${pattern}`).toBe(site);
    }
  }
  for (const pattern of [
    ...matchesOf([...serverSites, ...crmSites]),
    'https://mail.acme.example/*',
    'http://outlook.office.com/*',
  ]) {
    expect(scriptFor(pattern).js).toEqual(['/content-scripts/site.js', '/content-scripts/any-page.js']);
  }
});

it('the settings name every experiment', () => {
  expect([...experimentalPatterns].sort()).toEqual(matchesOf(sites.filter((site) => site.isExperimental)).sort());
});
