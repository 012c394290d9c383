import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type NewSite, newSite, readArguments } from './new-site.ts';
import { root } from './paths.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const url = new URL('https://crm.acme.example/people');
const files = (site: NewSite = { id: 'acmecrm', url }) => newSite(site, '2026-11-22', read);
const linesOf = (text: string | undefined) => text?.split('\n') ?? [];
const added = (path: string) => {
  const before = new Set(linesOf(read(path)));
  return linesOf(files().get(path)).filter((line) => !before.has(line));
};

describe('a new site', () => {
  it('is four files, two of them new', () => {
    expect([...files().keys()]).toEqual([
      'lib/sites/acmecrm.ts',
      'tests/fixtures/sites/acmecrm/2026-11-list.html',
      'lib/sites/crm-sites.ts',
      'docs/sites.md',
    ]);
  });

  it('stands in the registry by one import and one line, and in the list by one row; nothing else changes', () => {
    expect(added('lib/sites/crm-sites.ts')).toEqual(["import { acmecrm } from '@/lib/sites/acmecrm';", '  acmecrm,']);
    expect(added('docs/sites.md')).toHaveLength(1);
    expect(linesOf(files().get('docs/sites.md')).length).toBe(linesOf(read('docs/sites.md')).length + 1);
  });

  it('is imported in the order of names, which the linter demands', () => {
    const imports = linesOf(files({ id: 'zzz', url }).get('lib/sites/crm-sites.ts')).filter((one) =>
      one.startsWith('import '),
    );
    expect(imports.at(-1)).toContain('/zzz');
    const first = linesOf(files({ id: 'aaa', url }).get('lib/sites/crm-sites.ts'))[0];
    expect(first).toContain('/aaa');
  });

  it('that is known already is refused', () => {
    expect(() => files({ id: 'espocrm', url })).toThrow('espocrm is in lib/sites/crm-sites.ts already.');
  });
});

it.each([[['acmecrm', 'https://crm.acme.example/people']], [['acme2', 'http://10.0.0.1:8080/']]])(
  'understands %j',
  (words) => {
    expect(readArguments(words)).toMatchObject({ id: words[0] });
  },
);

it.each([[[]], [['Acme', 'https://a.example/']], [['acme']], [['acme', 'crm.acme.example']], [['acme', 'file:///a']]])(
  'says what is wrong with %j',
  (words) => {
    expect(readArguments(words)).toMatch(/Use: npm run new:site/);
  },
);
