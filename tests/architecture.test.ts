import { describe, expect, it } from 'vitest';
import { codeOnly, listFiles, places, readSources, readText, type SourceFile } from './support/source';

const shipped = readSources('lib', 'components', 'entrypoints');
const inFolder = (folder: string) => shipped.filter((file) => file.path.startsWith(`${folder}/`));
const lineCount = (text: string) => text.trimEnd().split('\n').length;

/** What each folder may import; "types" may be imported by `import type` only. */
const mayImport: Record<string, { readonly values: readonly string[]; readonly types: readonly string[] }> = {
  'lib/core': {
    values: ['lib/core', 'zod/mini', 'date-fns', 'email-addresses'],
    types: ['public/_locales/en/messages.json'],
  },
  'lib/sites': { values: ['lib/sites'], types: ['lib/core'] },
  'lib/page': {
    values: [
      'lib/page',
      'lib/sites',
      'lib/messaging/client',
      'lib/messaging/new-id',
      'lib/core/own-text',
      'lib/core/phrase',
      'lib/core/site-health',
      'wxt',
    ],
    types: ['lib/core', 'lib/messaging/protocol'],
  },
  'lib/db': { values: ['lib/db', 'lib/core', 'lib/extension', 'dexie'], types: [] },
  'lib/services': {
    values: ['lib/services', 'lib/db', 'lib/core', 'dexie'],
    types: ['lib/messaging/protocol', 'lib/messaging/server', 'lib/reading'],
  },
  'lib/reading': { values: ['lib/reading', 'lib/core', 'chrono-node'], types: [] },
  'lib/holidays': { values: ['lib/holidays', 'lib/core', 'date-holidays', 'ical.js'], types: [] },
  'lib/messaging': { values: ['lib/messaging', 'zod/mini', 'wxt'], types: ['lib/core'] },
  'lib/extension': {
    values: ['lib/extension', 'lib/core', 'wxt'],
    types: ['lib/messaging/protocol', 'lib/sites', 'lib/reading'],
  },
  components: {
    values: [
      'components',
      'react',
      'react-dom',
      'lib/core',
      'lib/db',
      'lib/messaging/client',
      'lib/messaging/new-id',
      'lib/extension',
    ],
    types: ['lib/messaging/protocol', 'lib/holidays'],
  },
};
const isWithin = (from: string, allowed: readonly string[]) =>
  allowed.some((name) => from === name || from.startsWith(`${name}/`));

describe('import table', () => {
  it.each(Object.keys(mayImport))('%s imports only what its row allows', (folder) => {
    const { values, types } = mayImport[folder] ?? { values: [], types: [] };
    const wrong = inFolder(folder).flatMap((file) =>
      file.imports
        .filter(({ from, isTypeOnly }) => !isWithin(from, values) && !(isTypeOnly && isWithin(from, types)))
        .map(({ from, isTypeOnly }) => `${file.path} imports ${isTypeOnly ? 'types of ' : ''}${from}`),
    );
    expect(wrong, 'Move the code to a folder that may import this; the table stands in docs/architecture.md.').toEqual(
      [],
    );
  });

  it('every folder of lib has a row', () => {
    const folders = new Set(shipped.map((file) => /^(?:lib\/[^/]+|components|entrypoints)/.exec(file.path)?.[0]));
    folders.delete('entrypoints');
    expect(
      [...folders].filter((folder) => !folder || !(folder in mayImport)),
      'Give the folder a row in mayImport.',
    ).toEqual([]);
  });

  it('only the options page loads what knows holidays and calendar files, and only when it is asked for', () => {
    const heavy = (from: string) => isWithin(from, ['lib/holidays', 'date-holidays', 'ical.js']);
    const users = shipped.filter(
      ({ path, imports }) =>
        !path.startsWith('lib/holidays/') && imports.some(({ from, isTypeOnly }) => heavy(from) && !isTypeOnly),
    );
    expect(users.map(({ path }) => path)).toEqual(['entrypoints/options/main.tsx']);
    const statically = /^import (?!type\b).*(?:lib\/holidays|date-holidays|ical\.js)/m;
    expect(
      users.filter(({ text }) => statically.test(text)),
      'Use import(): 235 kB wait until they are needed.',
    ).toEqual([]);
  });

  it('nothing imports entrypoints', () => {
    const wrong = shipped.filter((file) => !file.path.startsWith('entrypoints/'));
    expect(
      wrong.flatMap((file) => file.imports.filter(({ from }) => from.startsWith('entrypoints/')).map(() => file.path)),
    ).toEqual([]);
  });
});

describe('laws', () => {
  it('the core has no clock and no randomness', () => {
    const pattern = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\b|\bperformance\.now\b/;
    expect(
      inFolder('lib/core').flatMap((file) => places(file, pattern)),
      'Make now, the id or the number a parameter.',
    ).toEqual([]);
  });

  const forbidden: readonly (readonly [name: string, pattern: RegExp, instead: string])[] = [
    ['markup from strings', /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTML|dangerouslySetInnerHTML)\b/, 'T8'],
    ['document.write and eval', /\bdocument\.write|\beval\s*\(|\bnew Function\b/, 'T8'],
    ['window messages', /\bpostMessage\b|addEventListener\(\s*['"`]message['"`]|\bonmessage\b/, 'T4'],
    ['the page’s own JavaScript world', /world:\s*['"`]MAIN['"`]/, 'T4'],
    ['localStorage', /\b(localStorage|sessionStorage)\b/, 'T15'],
    ['listening to strangers', /\bonMessageExternal\b|\bonConnectExternal\b|externally_connectable/, 'T5'],
  ];
  it.each(forbidden)('no %s', (_name, pattern, threat) => {
    const files: readonly SourceFile[] = shipped;
    const withoutComments = files.map((file) => ({
      ...file,
      text: file.text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, '')),
    }));
    expect(
      withoutComments.flatMap((file) => places(file, pattern, 'text')),
      `docs/threats.md ${threat} says why and what to do instead.`,
    ).toEqual([]);
  });

  const writing =
    /\bdb\.\w+(?:\.\w+\([^)]*\))*\.(?:put|add|update|upsert|delete|modify|clear|bulk(?:Put|Add|Update|Delete))\(/;
  const opening = /\btransaction\(\s*['"]rw/;

  it('only lib/services and lib/db write to the database', () => {
    const others = shipped.filter((file) => !/^lib\/(services|db)\//.test(file.path));
    expect(
      others.flatMap((file) => [...places(file, writing), ...places(file, opening, 'text')]),
      'Send a message: one service per act, one transaction (docs/architecture.md).',
    ).toEqual([]);
    expect('await db.contacts.where(x).delete();').toMatch(writing);
  });

  it('interactions are only ever appended; copies and snapshots bring whole rows back', () => {
    const changing =
      /\binteractions(?:\.\w+\([^)]*\))*\.(?:put|update|upsert|delete|modify|clear|bulk(?:Put|Add|Update|Delete))\(/;
    const found = inFolder('lib').flatMap((file) => places(file, changing).map(() => file.path));
    expect(found).toEqual(['lib/services/copies.ts', 'lib/services/safety.ts']);
  });

  it('casts stand in lib/messaging only', () => {
    const cast = /(?<!\bimport\b.*)(?<!\*)\sas\s+(?!const\b)[A-Za-z_{[(]/;
    const files = shipped.filter((file) => !file.path.startsWith('lib/messaging/'));
    const wrong = files.flatMap((file) => {
      const code = file.code.replace(/\b(?:import|export)\b[^;]*?\bfrom\b/g, (names) => names.replace(/[^\n]/g, ''));
      return places({ ...file, code }, cast);
    });
    expect(wrong, 'Narrow by a check (`typeof`, `instanceof`, a schema) instead of `as`.').toEqual([]);
  });
});

describe('sizes of files', () => {
  it('no file has more than 250 lines, no entry point more than 60', () => {
    const paths = listFiles(['lib', 'components', 'entrypoints', 'scripts', 'tests'], (path) =>
      /\.(tsx?|mjs|css)$/.test(path),
    );
    const limit = (path: string) => (/^entrypoints\/.*\.tsx?$/.test(path) && !/\.test\./.test(path) ? 60 : 250);
    const long = paths
      .map((path) => ({ path, lines: lineCount(readText(path)), limit: limit(path) }))
      .filter((file) => file.lines > file.limit);
    expect(
      long.map((file) => `${file.path}: ${file.lines} lines, at most ${file.limit}`),
      'Split by responsibility; an entry point only wires things together.',
    ).toEqual([]);
  });
});

describe('documentation in code', () => {
  it('every exported type and function of the core and the two contracts says in a sentence what it promises', () => {
    const files = shipped.filter(
      (file) =>
        file.path.startsWith('lib/core/') ||
        ['lib/sites/site-adapter.ts', 'lib/messaging/protocol.ts'].includes(file.path),
    );
    const bare = files.flatMap((file) => {
      const lines = file.text.split('\n');
      return lines.flatMap((line, index) => {
        if (!/^export (?:async )?(?:function|type|interface|class)\b/.test(line)) return [];
        const isOverload = lines[index - 1]?.startsWith('export function');
        return isOverload || lines[index - 1]?.trimEnd().endsWith('*/') ? [] : [`${file.path}:${index + 1} ${line}`];
      });
    });
    expect(bare, 'Put one TSDoc sentence above it: what it promises, units, what `undefined` means.').toEqual([]);
  });

  it('a reader of codeOnly can trust it', () => {
    expect(codeOnly("const a = 'x as y'; // b as c\n/* d as e */ f")).toBe("const a = ''; \n f");
  });
});
