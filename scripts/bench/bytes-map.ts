import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, posix } from 'node:path';
import { build } from 'wxt';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { root } from '../paths.ts';
import { importGraph, measure } from '../sizes.ts';
import { type Box, treeMap } from './tree-map.ts';

/** Builds once more with source maps and draws which module takes how many bytes of each entry point, before gzip. */
export async function writeBytesMap(file: string): Promise<void> {
  const outDir = temporaryFolder('bytes-map');
  await build({ root, outDir, logger: quiet, vite: () => ({ logLevel: 'error', build: { sourcemap: true } }) });
  const folder = join(outDir, 'chrome-mv3');
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const entries = measure(folder).map(({ name }): Box => {
    const scripts = [...importGraph(name, read)].filter((path) => path.endsWith('.js'));
    const sizes = new Map<string, number>();
    for (const path of scripts) addSizes(sizes, read(path), mapOf(join(folder, `${path}.map`)));
    return { name, parts: [...sizes].map(([source, bytes]) => ({ name: source, bytes })) };
  });
  writeFileSync(file, treeMap(entries));
}

const quiet = {
  debug: ignore,
  log: ignore,
  info: ignore,
  warn: ignore,
  error: console.error,
  fatal: ignore,
  success: ignore,
  level: 0,
};

function ignore(): void {
  // What WXT tells of its progress belongs to another command.
}

const ofBundler = 'made by the bundler';

/** Gives each character of the script to the module that it comes from. */
function addSizes(sizes: Map<string, number>, script: string, sourceMap: SourceMap | undefined): void {
  if (!sourceMap) {
    add(sizes, ofBundler, script);
    return;
  }
  script.split('\n').forEach((line, row) => {
    for (let from = 0; from < line.length; ) {
      const entry = sourceMap.findEntry(row, from);
      const source = 'originalSource' in entry ? plainPath(String(entry.originalSource)) : ofBundler;
      let to = from + 1;
      while (to < line.length && !isStart(sourceMap, row, to)) to++;
      add(sizes, source, line.slice(from, to));
      from = to;
    }
  });
}

function add(sizes: Map<string, number>, source: string, code: string): void {
  sizes.set(source, (sizes.get(source) ?? 0) + Buffer.byteLength(code));
}

/** What the bundler writes by itself has no map. */
function mapOf(file: string): SourceMap | undefined {
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

function isStart(map: SourceMap, row: number, column: number): boolean {
  const entry = map.findEntry(row, column);
  return 'generatedColumn' in entry && entry.generatedLine === row && entry.generatedColumn === column;
}

/** A package by its name and file, a file of ours by its path. */
function plainPath(source: string): string {
  const parts = posix
    .normalize(source)
    .split('/')
    .filter((part) => part !== '..' && part !== '.');
  const at = parts.lastIndexOf('node_modules');
  return parts.slice(at + 1).join('/');
}
