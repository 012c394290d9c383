import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mailbox } from './mailbox.ts';

/** How the stand-in behaves. Each choice but the mailbox can also stand in the page's query (`?pane=vertical`). */
export interface PageConfig {
  readonly mailbox: Mailbox;
  /** BCP 47; dates and the few words that matter to a reader follow it. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark' | 'photo';
  readonly pane?: 'none' | 'vertical' | 'horizontal';
  /** Off: one row and one page per message. */
  readonly conversations?: boolean;
  /** Several lists on the inbox page, one under the other. */
  readonly sections?: readonly ('inbox' | 'starred' | 'sent')[];
  readonly pageSize?: number;
  /** How long a mail can be taken back, and when a sent one gets its final id. */
  readonly undoMs?: number;
  readonly syncMs?: number;
  /** How long a folder takes to load: its address is there at once, the rows of the one before stand until then. */
  readonly loadMs?: number;
}

const defaults = {
  language: 'en-US',
  direction: 'ltr',
  theme: 'light',
  pane: 'none',
  conversations: true,
  sections: ['inbox'],
  pageSize: 50,
  undoMs: 5_000,
  syncMs: 800,
  loadMs: 0,
} as const satisfies Omit<Required<PageConfig>, 'mailbox'>;

const styles = ['page.css', 'page-rows.css', 'page-pane.css', 'page-thread.css', 'page-compose.css'];
const scripts = ['page-format.js', 'page-list.js', 'page-thread.js', 'page-compose.js', 'page-app.js'];

function part(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}

/** Gmail's pages forbid foreign scripts; so do these. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "script-src 'nonce-demo'; object-src 'none'; base-uri 'self'",
} as const;

/** The whole web application as one page; answer every `https://mail.google.com/mail/…` with it. */
export function mailboxPage(config: PageConfig): string {
  const given = { ...defaults, ...config };
  // `<` is escaped, so that no mail can end the script it stands in.
  const data = JSON.stringify(given).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${given.language}" dir="${given.direction}">
<head><meta charset="utf-8"><title>Inbox - ${given.mailbox.owner.address} - Mail</title><link rel="icon" href="data:,"><style>${styles.map(part).join('')}</style></head>
<body class="theme-${given.theme}">
<script type="application/json" id="mailbox-data">${data}</script>
<script nonce="demo">${scripts.map(part).join('\n')}</script>
</body></html>`;
}
