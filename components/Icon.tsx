/** Line drawings on a 16 px grid; they take the colour of the text around them. */
const drawings = {
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6V8l2.4 1.6',
  reply: 'M6.4 3.4l-4 4 4 4M2.8 7.4h6.4a4 4 0 0 1 4 4v1.2',
  alert: 'M8 2l6.6 11.6H1.4ZM8 6.4v3.2M8 11.6v.1',
  check: 'm3.4 8.6 3 3 6.2-7',
  fade: 'M2.4 4.4h7.2M2.4 8h5M2.4 11.6h2.8',
  pause: 'M5.6 3.6v8.8M10.4 3.6v8.8',
  phone:
    'M3 2.8h2.6l1.2 3-1.6 1.2a8 8 0 0 0 3.8 3.8l1.2-1.6 3 1.2V13c0 .6-.5 1-1 1A11.2 11.2 0 0 1 2 3.8c0-.5.4-1 1-1Z',
  mail: 'M2 3.4h12v9.2H2ZM2.4 4.6l5.6 4 5.6-4',
  meeting: 'M2 3.4h12v10.4H2ZM2 6.6h12M5.4 1.8v2.6M10.6 1.8v2.6',
  chat: 'M2 2.8h12V11H8.2L5 13.6V11H2Z',
  search: 'M7 2.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM10.6 10.6l3.2 3.2',
  plus: 'M8 3v10M3 8h10',
  more: 'M3.2 8h.1M8 8h.1M12.8 8h.1',
  back: 'M10 3.2 5.2 8l4.8 4.8',
  close: 'm3.8 3.8 8.4 8.4M12.2 3.8l-8.4 8.4',
  log: 'M2.8 4.4h5M2.8 8h3.4M2.8 11.6h3M8.4 10.6l2 2 3.6-4.4',
  skip: 'M3.4 3.6 9.6 8l-6.2 4.4ZM12.4 3.6v8.8',
  open: 'M6 3.2 10.8 8 6 12.8',
  tab: 'M9 3h4v4M13 3 7.6 8.4M6.4 4H3v9h9V9.6',
} as const;

export type IconName = keyof typeof drawings;

/** A decorative drawing: hidden from screen readers, so the button or pill around it carries the name. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className={`icon icon-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
