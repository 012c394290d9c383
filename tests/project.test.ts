import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { protocol } from '@/lib/messaging/protocol';
import { listFiles, readText } from './support/source';

const root = join(import.meta.dirname, '..');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...listFiles(['docs'], (path) => path.endsWith('.md')),
];

describe('package-lock.json', () => {
  it('names no server, so that every machine uses its own registry', () => {
    expect(readText('package-lock.json')).not.toMatch(/"resolved":\s*"https?:/);
  });
});

describe('files', () => {
  it('hold no path of somebody’s machine', () => {
    const paths = listFiles(['lib', 'components', 'entrypoints', 'scripts', 'tests', 'docs', '.ci'], (path) =>
      /\.(tsx?|mjs|md|json|css|html)$|\.ci\/run$/.test(path),
    );
    // Written so that this line does not find itself.
    const machine = new RegExp(`(^|[^A-Za-z0-9_.])/(${['work', 'farm', 'root'].join('|')})/`, 'm');
    expect(paths.filter((path) => machine.test(readText(path)))).toEqual([]);
  });
});

describe('documents', () => {
  it.each(documents)('%s names only files that exist', (path) => {
    const text = readText(path);
    const inBackticks = [
      ...text.matchAll(/`((?:lib|tests|scripts|entrypoints|components|docs|public|\.ci)\/[^`\s]*)`/g),
    ];
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)];
    const named = [
      ...inBackticks.map((match) => match[1] ?? ''),
      ...links.map((match) => join(path, '..', match[1] ?? '').replaceAll('\\', '/')),
    ];
    const missing = named.filter((name) => !/[*<>{}…]/.test(name) && !existsSync(join(root, name)));
    expect(missing, 'Correct the document: it must tell the truth.').toEqual([]);
  });

  it('docs link to headings that exist', () => {
    const slugs = (path: string) =>
      [...readText(path).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
    const wrong = documents.flatMap((path) =>
      [...readText(path).matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)]
        .filter(([, file = '', heading = '']) => !slugs(file ? join(path, '..', file) : path).includes(heading))
        .map(([link]) => `${path}: ${link}`),
    );
    expect(wrong).toEqual([]);
  });

  it('docs/ideas.md gives every idea a place to look at, or says what is still to come', () => {
    const rows = [...readText('docs/ideas.md').matchAll(/^\| (.+?) \| (.*?) ?\| (.*?) ?\|$/gm)].slice(1);
    expect(rows).toHaveLength(17);
    const bare = rows.filter(([, , place = '', later = '']) => !/\]\([^)]+\)/.test(place) && later === '');
    expect(bare.map(([, idea]) => idea)).toEqual([]);
  });

  it('docs/permissions.md has an entry for each permission that is asked for', () => {
    const config = readText('wxt.config.ts');
    const lists = [...config.matchAll(/(?:^|_)permissions: \[([^\]]*)\]|\bpermissions: \[([^\]]*)\]/gm)];
    const permissions = lists.flatMap((match) =>
      [...(match[1] ?? match[2] ?? '').matchAll(/'([^']+)'/g)].map((m) => m[1]),
    );
    expect(permissions.length).toBeGreaterThan(4);
    // The build adds this one for the page.
    if (existsSync(join(root, 'entrypoints/sidepanel'))) permissions.push('sidePanel');
    const entries = readText('docs/permissions.md');
    expect(
      permissions.filter((permission) => !entries.includes(`\`${permission}\``)),
      'Say in docs/permissions.md what it is for, in words a customer understands.',
    ).toEqual([]);
  });

  it('docs/architecture.md names every message, and says rightly who may send it', () => {
    const rows = [
      ...readText('docs/architecture.md').matchAll(/^\| (pages, and our own pages|our own pages only) \| (.*) \|$/gm),
    ];
    const told = rows.flatMap(([, who, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name = '']): [string, string] => [
        name,
        who?.startsWith('pages') ? 'page' : 'extension',
      ]),
    );
    const known = Object.entries(protocol).map(([name, { from }]): [string, string] => [name, from]);
    expect(told.toSorted()).toEqual(known.toSorted());
  });

  it('docs/threats.md names only tests that exist', () => {
    const cells = [...readText('docs/threats.md').matchAll(/`([^`]+\.test\.tsx?)`((?:,? › “[^”]+”)*)/g)];
    const proofs = cells.flatMap(([, file = '', titles = '']) => {
      const named = [...titles.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '');
      return named.length > 0 ? named.map((title) => ({ file, title })) : [{ file, title: '' }];
    });
    expect(proofs.length).toBeGreaterThan(30);
    const wrong = proofs.filter(({ file, title }) => !existsSync(join(root, file)) || !readText(file).includes(title));
    expect(wrong, 'Name the test as it stands in its file.').toEqual([]);
  });

  it('docs/threats.md says of every threat how far it is proven, and by which test', () => {
    const rows = [...readText('docs/threats.md').matchAll(/^\| T(\d+) \|.*\| ([^|]+) \| ([^|]+) \|$/gm)];
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 27 }, (_, index) => index + 1));
    const bare = rows.filter(([, , state = '', proof = '']) => /proven/.test(state) && !/\.test\.tsx?`/.test(proof));
    expect(bare.map(([row]) => row)).toEqual([]);
  });
});
