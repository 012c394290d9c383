import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightText = '', darkText = ''] = css.split('@media');

function colours(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const light = colours(lightText);
const themes = { light, dark: new Map([...light, ...colours(darkText)]) };
const statuses = ['ok', 'due', 'over', 'fade', 'owed', 'idle', 'brand'];
const pairs = [
  ...statuses.map((status) => [status, `${status}-soft`]),
  ...['ink', 'ink-2', 'ink-3', 'brand', 'over'].flatMap((ink) => [
    [ink, 'paper'],
    [ink, 'surface'],
  ]),
  ['brand-ink', 'brand'],
  ['paper', 'ink'],
];

describe.each(Object.entries(themes))('%s theme', (_, theme) => {
  it.each(pairs)('%s on %s reaches 4.5 : 1', (ink = '', ground = '') => {
    const ratio = contrast(theme.get(ink) ?? '', theme.get(ground) ?? '');
    expect(ratio, `${ink} on ${ground}: ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(4.5);
  });

  it('the focus ring stands out from paper and surface by 3 : 1', () => {
    for (const ground of ['paper', 'surface']) {
      expect(contrast(theme.get('focus') ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
    }
  });
});

it('both themes name the same colours', () => {
  expect([...colours(darkText).keys()].sort()).toEqual([...light.keys()].sort());
});
