import type { Figure } from './figure.ts';

const heads = ['', 'value', 'floor', 'ratio', 'goal', 'met', 'floor is'];

/** The figures as a table that reads well in a terminal and in Markdown; `±` is the median absolute deviation. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(rowOf);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function rowOf(figure: Figure): readonly string[] {
  const { part, name, unit, value, floor, ratio, goal, met, against, noise } = figure;
  const amount = (number: number, spread: number) => `${short(number)} ± ${short(spread)} ${unit}`;
  const verdict = met === null ? '' : met ? 'yes' : 'NO';
  return [
    `${part}: ${name}`,
    amount(value, noise.value),
    amount(floor, noise.floor),
    Number.isFinite(ratio) ? ratio.toFixed(2) : '–',
    goal ?? '',
    verdict,
    against,
  ];
}

/** Three digits tell enough. */
function short(number: number): string {
  if (number === 0) return '0';
  if (Math.abs(number) >= 100) return number.toFixed(0);
  return Math.abs(number) >= 10 ? number.toFixed(1) : number.toFixed(2);
}
