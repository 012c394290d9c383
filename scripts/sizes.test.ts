import { describe, expect, it } from 'vitest';
import { importGraph } from './sizes.ts';

const files: Record<string, string> = {
  'popup.html':
    '<script type="module" src="/chunks/popup.js"></script><link rel="stylesheet" href="/assets/popup.css">',
  'chunks/popup.js': 'import{a as b}from"./shared.js";import"./side.js";const later=()=>import("./lazy.js");',
  'chunks/shared.js': 'export const a=1;import{c}from"./popup.js";',
  'chunks/side.js': 'from("not an import")',
  'chunks/lazy.js': 'import{x}from"../root.js"',
  'root.js': '',
  'assets/popup.css': '@import "./never-read.css"',
};

describe('import graph', () => {
  it('follows html, static, bare, lazy and circular imports once', () => {
    const graph = importGraph('popup.html', (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`unexpected read of ${path}`);
      return text;
    });
    expect([...graph].sort()).toEqual(Object.keys(files).sort());
  });
});
