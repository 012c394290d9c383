import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('./styles/', import.meta.url);
const sheets = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/g;

it.each(sheets)('%s has logical properties only, so that right-to-left mirrors by itself', (_, css) => {
  const queries = /@media[^{]*/g;
  expect([...css.replace(queries, '').matchAll(physical)].map((match) => match[0].trim())).toEqual([]);
});

it('would notice a physical property', () => {
  expect('.a { margin-left: 2px }'.match(physical)).not.toBeNull();
  expect('.a {\n  left: 0;\n}'.match(physical)).not.toBeNull();
});
