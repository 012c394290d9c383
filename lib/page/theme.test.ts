// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { themeAt } from './theme';

/** Text colours of Gmail's and Roundcube's themes, and what they say of the ground below. */
it.each([
  ['rgb(31, 31, 31)', 'light', 'ink on white'],
  ['rgb(95, 99, 104)', 'light', 'a read row on white'],
  ['rgb(11, 87, 208)', 'light', 'a link on white'],
  ['rgba(0, 0, 0, 0.54)', 'light', 'half-transparent ink'],
  ['rgb(227, 227, 227)', 'dark', 'ink on black'],
  ['rgb(154, 160, 166)', 'dark', 'a read row on black'],
  ['rgba(255, 255, 255, 0.87)', 'dark', 'half-transparent white'],
  ['rgb(168, 199, 250)', 'dark', 'a link on black'],
  ['rgb(255, 255, 255)', 'dark', 'a header on a photo'],
])('text in %s stands on a %s ground: %s', (color, theme) => {
  document.body.innerHTML = `<table style="color:${color}"><tbody><tr><td><span></span></td></tr></tbody></table>`;
  const cell = document.querySelector('span');
  expect(cell && themeAt(cell)).toBe(theme);
});
