import {
  afterAll,
  archive,
  type Correspondence,
  type Desk,
  day,
  hearFrom,
  replyTo,
  serverFolders,
  someone,
  writeTo,
} from './correspondence.ts';
import { mailbox } from './mime.ts';
import { colleagues, lists, rep } from './people.ts';

const me = mailbox(rep, 'plain');
const crowd = Array.from({ length: 12 }, (_, index) => `Guest ${index + 1} <guest${index + 1}@fairground.example>`);

/** Mail that looks like contact and is none, or real contact that is hard to see. */
type Trick = (desk: Desk, who: Correspondence, at: number) => void;

const tricks: Readonly<Record<string, Trick>> = {
  'auto-reply': (desk, who, at) =>
    inbound(desk, who, at, {
      subject: desk.chance.pick(['Automatic reply: ', 'Out of office: ', 'Abwesenheitsnotiz: ']) + who.subject,
      headers: ['Auto-Submitted: auto-replied'],
    }),
  // Nothing on the page tells it from a real answer, except that nobody writes that fast.
  'silent-auto-reply': (desk, who, at) => {
    writeTo(desk, who, at);
    inbound(desk, who, at + desk.chance.between(4, 25) * 1_000, { headers: ['Auto-Submitted: auto-replied'] });
  },
  'list-post': (desk, who, at) =>
    inbound(desk, who, at, { to: [lists[0]], headers: ['List-Id: <growers.lists.quayside.example>'] }),
  'tagged-list-post': (desk, who, at) =>
    inbound(desk, who, at, { to: [lists[1]], subject: '[exporters] New rules', headers: ['List-Id: <exporters>'] }),
  'contact-form': (desk, who, at) => {
    const form = someone('Website', 'forms@webforms.example');
    const headers = [`Reply-To: ${mailbox(who.customer, 'plain')}`];
    desk.put(
      { from: mailbox(form, 'plain'), to: [me], subject: 'Contact form', sentAt: at, headers, body: 'A question' },
      inbox,
    );
  },
  draft: (desk, who, at) => {
    desk.put(
      { from: me, to: [mailbox(who.customer, 'plain')], subject: replyTo(who), sentAt: at, body: 'Not yet' },
      drafts,
    );
  },
  junk: (desk, who, at) => {
    const forger = someone(who.customer.name, 'winner@prizes.example');
    desk.put({ from: mailbox(forger, 'quoted'), to: [me], subject: 'You have won', sentAt: at, body: 'Click' }, junk);
    const forged = mailbox(who.customer, 'plain');
    desk.put({ from: forged, to: [me], subject: 'Invoice', sentAt: at + 7 * 60_000, body: 'Pay' }, junk);
  },
  namesake: (desk, who, at) => {
    const namesake = someone(who.customer.name, `${who.customer.address.split('@')[0]}@elsewhere.example`);
    desk.put(
      { from: mailbox(namesake, 'plain'), to: [me], subject: 'Hello', sentAt: at, body: 'Another person' },
      inbox,
    );
    desk.put(
      { from: me, to: [mailbox(namesake, 'plain')], subject: 'Re: Hello', sentAt: at + 900_000, body: 'Yes' },
      sent,
    );
  },
  bounce: (desk, who, at) => {
    const daemon = someone('Mail Delivery System', 'mailer-daemon@hafenwerk.example');
    const body = `Your mail to <${who.customer.address}> could not be delivered.`;
    desk.put({ from: mailbox(daemon, 'plain'), to: [me], subject: 'Undelivered Mail', sentAt: at, body }, inbox);
  },
  colleague: (desk, who, at) => {
    const from = mailbox(colleagues[who.index % 2] ?? rep, 'encoded-q');
    desk.put(
      { from, to: [mailbox(who.customer, 'plain')], cc: [me], subject: replyTo(who), sentAt: at, body: 'I take over' },
      inbox,
    );
  },
  'mass-mail-in': (desk, who, at) => inbound(desk, who, at, { to: [me, ...crowd] }),
  calendar: (desk, who, at) => inbound(desk, who, at, { subject: 'Accepted: Meeting on Friday' }),
  'cc-only-out': (desk, who, at) => {
    const to = ['Third Party <third@elsewhere.example>'];
    desk.put(
      { from: me, to, cc: [mailbox(who.customer, 'plain')], subject: 'For your eyes', sentAt: at, body: '-' },
      sent,
    );
  },
  'bcc-only-out': (desk, who, at) => {
    const to = ['Third Party <third@elsewhere.example>'];
    desk.put({ from: me, to, bcc: [mailbox(who.customer, 'plain')], subject: 'Copy', sentAt: at, body: '-' }, sent);
  },
  'mass-mail-out': (desk, who, at) => {
    const to = [crowd[0] ?? '', mailbox(who.customer, 'plain'), ...crowd.slice(1)];
    desk.put({ from: me, to, subject: 'Season greetings', sentAt: at, body: '-' }, sent);
  },
  trash: (desk, who, at) => inbound(desk, who, at, {}, serverFolders.trash),
};
/** Real contact in places or forms that are easy to miss. */
const finds: Readonly<Record<string, Trick>> = {
  archived: (desk, who, at) => hearFrom(desk, who, at, archive),
  late: (desk, who, at) => hearFrom(desk, who, at, 'INBOX', Math.min(at + 40 * 3_600_000, desk.now - 60_000)),
  'four-recipients': (desk, who, at) => writeTo(desk, who, at, crowd.slice(0, 3)),
};

const inbox = { folder: 'INBOX' };
const sent = { folder: serverFolders.sent };
const drafts = { folder: serverFolders.drafts };
const junk = { folder: serverFolders.junk };

/** Three or four tricks per customer, each trick about seven times; every second customer has a hidden find first. */
export function addDecoys(desk: Desk, who: Correspondence): void {
  const names = Object.keys(tricks);
  const find = Object.values(finds)[who.index % 6];
  find?.(desk, who, afterAll(desk, who));
  for (let turn = 0; turn < 4; turn++) {
    const name = names[(who.index + turn * 5) % names.length] ?? '';
    // Those who never wrote and those never written to stay so.
    if (name === 'silent-auto-reply' && who.index % 10 === 9) continue;
    tricks[name]?.(desk, who, afterAll(desk, who));
    who.decoys.push(name);
  }
}

interface InboundChanges {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly subject?: string;
  readonly headers?: readonly string[];
}

/** A mail that bears the customer's own address and still does not count. */
function inbound(desk: Desk, who: Correspondence, sentAt: number, changes: InboundChanges, folder = 'INBOX'): void {
  const from = mailbox(who.customer, 'plain');
  desk.put({ from, to: [me], subject: replyTo(who), sentAt, body: 'Hello', ...changes }, { folder });
}

/** Mail that concerns no customer: newsletters, colleagues, mail to oneself, and one hostile body. */
export function addNoise(desk: Desk): void {
  const { chance, now } = desk;
  for (let index = 0; index < 60; index++) {
    const sentAt = now - chance.between(1, 380) * day - chance.between(1, 80_000) * 1_000;
    const colleague = mailbox(chance.pick(colleagues), 'plain');
    const kind = index % 4;
    if (kind === 0) desk.put({ from: colleague, to: [me], subject: `Lunch ${index}`, sentAt, body: '?' }, inbox);
    if (kind === 1) desk.put({ from: me, to: [colleague], subject: `Rota ${index}`, sentAt, body: '-' }, sent);
    if (kind === 2)
      desk.put(
        { from: me, to: [me], subject: `Note to self ${index}`, sentAt, body: '-' },
        index % 8 === 2 ? inbox : sent,
      );
    if (kind === 3) {
      const from = 'Trade News <newsletter@tradenews.example>';
      const headers = ['List-Unsubscribe: <https://tradenews.example/stop>', 'Precedence: bulk'];
      desk.put({ from, to: [me], subject: `Issue ${index}`, sentAt, headers, body: 'News' }, inbox);
    }
  }
  const victim = desk.correspondences[0]?.customer;
  if (victim) desk.put({ ...hostile(victim.address), sentAt: now - 2 * 3_600_000 }, inbox);
}

/** A body that imitates the header of a mail, and names that shadow the page's own functions. */
function hostile(victim: string) {
  const fake = `<span class="adr"><a class="rcmContactAddress" href="mailto:${victim}" title="${victim}">Fake</a></span>`;
  return {
    from: 'Eve <eve@prizes.example>',
    to: [me],
    subject: 'Look here',
    html: true,
    body: `<table class="headers-table"><tr><td class="header from">${fake}</td></tr></table>
<span email="${victim}">${victim}</span> <a href="mailto:${victim}">write</a>
<form name="querySelector"><input name="querySelectorAll"></form><img name="getElementById" alt="">`,
  };
}
