import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** One source file, path relative to the project's folder. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The text without comments, strings and templates' fixed parts; line breaks stay, so that lines can be counted. */
  readonly code: string;
  readonly imports: readonly Import[];
}
export interface Import {
  /** `lib/core/model` for our own files, else the package as written. */
  readonly from: string;
  readonly isTypeOnly: boolean;
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Paths of all files below the folders that `accept` wants. */
export function listFiles(folders: readonly string[], accept: (path: string) => boolean): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name)),
    )
    .filter(accept)
    .sort();
}

const tokens = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Drops comments and texts; only their line breaks stay. */
export function codeOnly(text: string): string {
  return text.replace(tokens, (token) => {
    const isComment = token.startsWith('/');
    return (isComment ? '' : "''") + token.replace(/[^\n]/g, '');
  });
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'"=();]*?)\s*from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(importPattern)].map(([, type, names = '', statically, bare, lazily]) => {
    const inBraces = /^\{([\s\S]*)\}$/.exec(names)?.[1];
    const isEachType = inBraces?.split(',').every((name) => /^\s*(type\s|$)/.test(name)) ?? false;
    return { from: resolve(path, statically ?? bare ?? lazily ?? ''), isTypeOnly: type !== undefined || isEachType };
  });
}

function resolve(path: string, from: string): string {
  if (from.startsWith('@/')) return from.slice(2);
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from);
  return from;
}

/** Every TypeScript source below the folders, tests left out. */
export function readSources(...folders: readonly string[]): readonly SourceFile[] {
  return listFiles(folders, (path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path)).map((path) => {
    const text = readText(path);
    return { path, text, code: codeOnly(text), imports: importsOf(path, text) };
  });
}

/** `path:line` of every match, for messages that can be clicked. */
export function places(file: SourceFile, pattern: RegExp, within: 'code' | 'text' = 'code'): readonly string[] {
  return file[within].split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}`] : []));
}
