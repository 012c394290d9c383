import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { badgeStyle, panelStyle } from './style';

const [light = '', dark = ''] = readFileSync('components/tokens.css', 'utf8').split('@media');
const long = (hex: string) => (hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex);

/** Colour tokens of a piece of CSS by name, short hex written out. */
function colours(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/gi)].map(([, name = '', hex = '']) => [name, long(hex)]),
  );
}

function block(css: string, theme: string): Map<string, string> {
  return colours([...css.matchAll(new RegExp(`\\.${theme}\\{[^}]*\\}`, 'g'))].join());
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the in-page copy of the tokens, %s', (theme, source) => {
  it.each([
    ['badge', badgeStyle, 15],
    ['card', panelStyle, 21],
  ])('has in the %s the colours of components/tokens.css', (_name, css, least) => {
    const wanted = colours(source);
    const copied = block(css, theme);
    expect(copied.size).toBeGreaterThanOrEqual(least);
    for (const [name, hex] of copied) expect(`${name} ${hex}`).toBe(`${name} ${wanted.get(name)}`);
    // The idle pair's ink is the secondary ink, in the sheet by reference.
    expect(wanted.get('idle')).toBe(wanted.get('ink-2'));
  });
});
