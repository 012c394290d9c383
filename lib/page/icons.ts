/** Outlines of badges on a 16 × 16 field, drawn with the colour of the text beside them. */
export const outlines = {
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 1 0 8 1.8M8 4.6V8l2.4 1.6',
  reply: 'M6.4 3.4l-4 4 4 4M2.8 7.4h6.4a4 4 0 0 1 4 4v1.2',
  alert: 'M8 2l6.6 11.6H1.4ZM8 6.4v3.2M8 11.6v.1',
  check: 'M3.4 8.6l3 3 6.2-7',
  fade: 'M2.4 4.4h7.2M2.4 8h5M2.4 11.6h2.8',
  pause: 'M5.6 3.6v8.8M10.4 3.6v8.8',
  plus: 'M8 3v10M3 8h10',
  cross: 'M4 4l8 8M12 4l-8 8',
  unseen: 'M3 8h10',
  meeting: 'M2 3.4h12v10.4H2ZM2 6.6h12M5.4 1.8v2.6M10.6 1.8v2.6',
} as const;

export type IconName = keyof typeof outlines;

const svg = 'http://www.w3.org/2000/svg';

/** A decorative icon; the words beside it say the same. */
export function icon(page: Document, name: IconName): SVGElement {
  return drawing(page, outlines[name]);
}

/** The same of any outline. */
export function drawing(page: Document, outline: string): SVGElement {
  const create = Document.prototype.createElementNS.bind(page);
  const picture = create(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('aria-hidden', 'true');
  const path = create(svg, 'path');
  path.setAttribute('d', outline);
  picture.append(path);
  return picture;
}
