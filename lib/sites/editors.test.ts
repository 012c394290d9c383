// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { elements, openPage, renameClasses } from '@/tests/support/site-page';
import { sites } from './registry';

const folder = 'tests/fixtures/sites';
const pages = sites.flatMap((site) =>
  readdirSync(`${folder}/${site.id}`)
    .filter((file) => site.compose && file.includes('compose'))
    .map((file) => ({ site, file })),
);

describe('the editor of a page for writing', () => {
  it.each(pages)(
    '$site.id $file: one, in the window whose recipients are read, whatever its classes',
    ({ site, file }) => {
      for (const change of [() => undefined, renameClasses]) {
        openPage(readFileSync(`${folder}/${site.id}/${file}`, 'utf8'));
        change();
        const { editors = [], windows = [] } = site.compose ?? {};
        const found = editors.flatMap((selector) => elements(selector));
        expect(found).toHaveLength(1);
        const [editor] = found;
        expect(editor?.matches('[role="textbox"], [name="_message"], iframe')).toBe(true);
        if (change !== renameClasses) expect(windows.some((selector) => editor?.closest(selector))).toBe(true);
      }
    },
  );
});
