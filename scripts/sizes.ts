/** What a browser downloads per entry point, against the budgets of docs/architecture.md. `npm run sizes` prints it. */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromeBuild } from './paths.ts';

/** One entry point and its weight in bytes after gzip. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
}

/** Every kind of import of another packaged file, lazy ones included. */
const jsImport = /(?:\bfrom|\bimport)\s*\(?\s*["'`]((?:\.{1,2})?\/[^"'`]+\.js)["'`]/g;
const htmlImport = /<(?:script|link)\b[^>]*?\b(?:src|href)=["']([^"']+\.(?:js|css))["']/g;

/** The file and everything it imports, as paths inside the build. */
export function importGraph(entry: string, read: (path: string) => string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (path.endsWith('.css')) continue;
    const pattern = path.endsWith('.html') ? htmlImport : jsImport;
    for (const [, target = ''] of read(path).matchAll(pattern)) {
      waiting.push(target.startsWith('/') ? target.slice(1) : posix.join(dirname(path), target));
    }
  }
  return seen;
}

const budgets: Readonly<Record<string, number>> = {
  'content-scripts/gmail.js': 20_000,
  'content-scripts/site.js': 20_000,
  'content-scripts/any-page.js': 10_000,
  'card.js': 20_000,
  'reading.js': 40_000,
  'popup.html': 130_000,
  'background.js': 110_000,
};

/** Sizes of all entry points that have a budget; a script with its own, loaded on demand, counts for nobody else. */
export function measure(build: string): readonly Size[] {
  const read = (path: string) => readFileSync(join(build, path), 'utf8');
  const weight = (path: string) => gzipSync(read(path), { level: 9 }).length;
  return Object.entries(budgets).map(([name, budget]) => {
    const paths = [...importGraph(name, read)].filter((path) => path === name || !(path in budgets));
    return { name, budget, bytes: paths.reduce((sum, path) => sum + weight(path), 0) };
  });
}

/** One line per entry point. */
export function describeSize(size: Size): string {
  const verdict = size.bytes <= size.budget ? 'fits' : 'TOO LARGE';
  const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
  return `${verdict}  ${size.name.padEnd(26)} ${kilobytes(size.bytes).padStart(9)} of ${kilobytes(size.budget)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sizes = measure(chromeBuild);
  for (const size of sizes) console.info(describeSize(size));
  process.exitCode = sizes.every((size) => size.bytes <= size.budget) ? 0 : 1;
}
