import type { BrowserContext } from 'playwright-core';
import { aMailbox, type Mailbox } from '../../tests/demo-mailbox/mailbox.ts';
import { mailboxPage, pageHeaders } from '../../tests/demo-mailbox/mailbox-pages.ts';

/** How many rows a page of the list has. */
export const rowCount = 50;
export const inbox = 'https://mail.google.com/mail/u/0/#inbox';

/** The mailbox of the benchmark: one mail from each of so many people, days old, so that everybody waits for an answer. */
export function benchMailbox(rows: number = rowCount): Mailbox {
  return aMailbox({ rows, now: Date.now() - 5 * 86_400_000 });
}

/**
 * What the demo's page lacks of Gmail's and InboxSDK asks for before it recognises a row: the globals of the page, the
 * box around lists (`.bGI`, which then has the role), and the mark of the navigation as it is today.
 */
const likeGmail = (address: string) => `
const globals = [];
globals[4] = 'gmail.en';
globals[9] = 'key';
globals[10] = ${JSON.stringify(address)};
globals[17] = [['p', []]];
Object.assign(window, { GLOBALS: globals, GM_SPT_ENABLED: 'true', GM_ACTION_TOKEN: 'token' });
const view = document.querySelector('[role=main]');
const box = document.createElement('div');
box.className = 'bGI nH';
box.append(...view.querySelectorAll('[gh=tl]'));
view.append(box);
view.removeAttribute('role');
box.setAttribute('role', 'main');
document.querySelector('[role=navigation]').firstElementChild.classList.add('Xa');
`;

/** Answers Gmail's address with the demo's page; `isEmpty`: the list stands empty until its rows are shown. */
export async function serveGmail(context: BrowserContext, mailbox: Mailbox, isEmpty = false): Promise<void> {
  const threads = mailbox.threads.map((thread) => ({ ...thread, isArchived: isEmpty }));
  const page = mailboxPage({ mailbox: { ...mailbox, threads }, pageSize: rowCount });
  const script = `<script nonce="demo">${likeGmail(mailbox.owner.address)}</script>`;
  const body = page.replace('</body>', `${script}</body>`);
  await context.unroute('https://mail.google.com/**');
  await context.route('https://mail.google.com/**', (route) => route.fulfill({ body, headers: pageHeaders }));
}
