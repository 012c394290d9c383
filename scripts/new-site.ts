/** `npm run new:site <id> <url>`: adapter, fixture, registry line and row of the list of a new site, ready to be changed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.ts';

const registryFile = 'lib/sites/crm-sites.ts';

/** What is asked for on the command line. */
export interface NewSite {
  /** Stored with every interaction and never changed later: lower-case letters and digits. */
  readonly id: string;
  /** A page of the site that lists people. */
  readonly url: URL;
}

/** Files of a new site, by their paths in the project. */
export type Files = ReadonlyMap<string, string>;

/** The command line understood, or what is wrong with it in plain words. */
export function readArguments([id = '', address = '']: readonly string[]): NewSite | string {
  const usage = 'npm run new:site <id> <address of a page that lists people>';
  if (!/^[a-z][a-z0-9]{1,30}$/.test(id))
    return `The id is lower-case letters and digits, like "acmecrm". Use: ${usage}`;
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return `The address must begin with https:// or http://. Use: ${usage}`;
  return { id, url };
}

/**
 * What a new site adds and changes. `read` gives a file of the project.
 *
 * @throws if the project knows the site already
 */
export function newSite({ id, url }: NewSite, today: string, read: (path: string) => string): Files {
  const registry = read(registryFile);
  if (registry.includes(`'@/lib/sites/${id}'`)) throw new Error(`${id} is in ${registryFile} already.`);
  const name = id.slice(0, 1).toUpperCase() + id.slice(1);
  return new Map([
    [`lib/sites/${id}.ts`, adapterText(id, name, url)],
    [`tests/fixtures/sites/${id}/${today.slice(0, 7)}-list.html`, fixtureText(name, url)],
    [registryFile, withLine(registry, id)],
    ['docs/sites.md', withRow(read('docs/sites.md'), id, name, url)],
  ]);
}

function adapterText(id: string, name: string, url: URL): string {
  return `import { crmSite } from '@/lib/sites/crm-view';

/** ${name}. Replace what stands here by what the real page shows: docs/adding-a-site.md says how. */
export const ${id} = crmSite({
  id: '${id}',
  name: '${name}',
  matches: ['${url.protocol}//${url.hostname}/*'],
  list: {
    at: /^${url.pathname.replace(/\/$/, '').replaceAll(/[/.*+?^$()|[\]{}\\]/g, '\\$&')}(?:[/?#]|$)/,
    landmark: 'table, [role="grid"]',
    items: ['tr[data-id]'],
    names: [['a[href]:not([href^="mailto:"])']],
    id: ['@data-id'],
    record: /^(?<id>.+)$/,
    watch: ['data-id', 'href'],
  },
});
`;
}

const people = [
  { id: '41', name: 'Noor Haddad', address: 'noor@maildrop.example' },
  { id: '42', name: 'Jón Þór', address: 'jon@umbra.example' },
];

function fixtureText(title: string, url: URL): string {
  const rows = people.map(({ id, name, address }) => {
    const link = `<a href="${url.pathname}/${id}">${name}</a>`;
    return `<tr data-id="${id}"><td>${link}</td><td><a href="mailto:${address}">${address}</a></td></tr>`;
  });
  const expected = {
    url: url.href,
    view: 'list',
    language: 'en',
    people: people.map(({ id, name, address }) => {
      const mailbox = `${name} <${address}>`;
      return { record: `contact/${id}`, role: 'record', folder: 'other', mailbox, rule: 'address' };
    }),
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body>
<table><thead><tr><th>Name</th><th>Email</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<script type="application/json" id="expected">
${JSON.stringify(expected, undefined, 1)}
</script>
</body></html>
`;
}

/** One import in the order of names, one line at the end of the list. */
function withLine(registry: string, id: string): string {
  const line = `import { ${id} } from '@/lib/sites/${id}';`;
  const lines = registry.split('\n');
  const imports = lines.filter((one) => one.startsWith('import '));
  const next = imports.find((one) => pathOf(one) > pathOf(line)) ?? '';
  const at = next === '' ? imports.length : lines.indexOf(next);
  return lines
    .toSpliced(at, 0, line)
    .join('\n')
    .replace(/(crmSites:[\s\S]*?)\n\];/, `$1\n  ${id},\n];`);
}

function pathOf(line: string): string {
  return /'([^']+)'/.exec(line)?.[1] ?? '';
}

function withRow(list: string, id: string, name: string, url: URL): string {
  const row = `| ${name} | \`${id}\` | \`${url.hostname}\` | \`list\` | generic detector | source | a beginning: compare it with the real page |`;
  const lines = list.split('\n');
  const last = lines.findLastIndex((line) => line.startsWith('|'));
  return lines.toSpliced(last + 1, 0, row).join('\n');
}

function main(): void {
  const asked = readArguments(process.argv.slice(2));
  if (typeof asked === 'string') throw new Error(asked);
  const files = newSite(asked, new Date().toISOString(), (path) => readFileSync(join(root, path), 'utf8'));
  for (const path of files.keys()) {
    if (path.includes(asked.id) && existsSync(join(root, path))) throw new Error(`${path} is there already.`);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.info(`wrote ${path}`);
  }
  console.info('\nNext: npx vitest run tests/sites.test.ts, then docs/adding-a-site.md, step 1.');
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
