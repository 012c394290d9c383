/** A part of a whole, with the bytes that it takes. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
}

/** A whole with its parts. */
export interface Box {
  readonly name: string;
  readonly parts: readonly Part[];
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const [width, height] = [1_160, 520];

/** One tree map per box as a page that needs nothing else. */
export function treeMap(boxes: readonly Box[]): string {
  const maps = boxes.map(({ name, parts }) => {
    const sorted = parts.toSorted((a, b) => b.bytes - a.bytes);
    const total = sum(sorted);
    const tiles = split(sorted, { x: 0, y: 0, width, height }).map(tile).join('');
    return `<h2>${safe(name)}: ${kilobytes(total)}</h2><div class="map">${tiles}</div>`;
  });
  const style = `body{font:13px system-ui;margin:20px}.map{position:relative;width:${width}px;height:${height}px}
.map div{position:absolute;overflow:hidden;box-sizing:border-box;border:1px solid #fff;padding:2px 4px;font-size:11px}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bytes</title><style>${style}</style>
<h1>Bytes per module, minified, before gzip</h1>${maps.join('\n')}</html>`;
}

/** Halves the parts again and again, each time along the longer side. */
function split(parts: readonly Part[], area: Area): readonly (readonly [Part, Area])[] {
  const [first] = parts;
  if (!first) return [];
  if (parts.length === 1) return [[first, area]];
  const total = sum(parts);
  let count = 1;
  while (count < parts.length - 1 && sum(parts.slice(0, count)) < total / 2) count++;
  const share = sum(parts.slice(0, count)) / total;
  const [one, other] = area.width >= area.height ? besides(area, share) : below(area, share);
  return [...split(parts.slice(0, count), one), ...split(parts.slice(count), other)];
}

function besides(area: Area, share: number): readonly [Area, Area] {
  const left = area.width * share;
  return [
    { ...area, width: left },
    { ...area, x: area.x + left, width: area.width - left },
  ];
}

function below(area: Area, share: number): readonly [Area, Area] {
  const top = area.height * share;
  return [
    { ...area, height: top },
    { ...area, y: area.y + top, height: area.height - top },
  ];
}

function tile([{ name, bytes }, area]: readonly [Part, Area]): string {
  const place = `left:${area.x}px;top:${area.y}px;width:${area.width}px;height:${area.height}px`;
  const label = `${safe(name)} ${kilobytes(bytes)}`;
  return `<div style="${place};background:hsl(${hueOf(name)} 60% 85%)" title="${label}">${label}</div>`;
}

/** Modules of one folder or package have one colour. */
function hueOf(name: string): number {
  const folder = name.split('/').slice(0, 2).join('/');
  return [...folder].reduce((hue, letter) => (hue * 31 + letter.charCodeAt(0)) % 360, 7);
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { bytes }) => total + bytes, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
