/** A mailbox as data: the pages of the demo are drawn from it, and the truth is computed from it. */
export interface Person {
  readonly name: string;
  readonly address: string;
}
export interface Message {
  /** Legacy id, hex; holds the instant as Gmail's do. Empty for a mail that is only a draft. */
  readonly id: string;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc?: readonly Person[];
  /** Epoch milliseconds. */
  readonly at: number;
  readonly html: string;
  readonly isDraft?: boolean;
}
export interface Thread {
  readonly id: string;
  readonly subject: string;
  readonly messages: readonly Message[];
  readonly isUnread?: boolean;
  readonly isStarred?: boolean;
  /** Only in All mail, Sent and search. */
  readonly isArchived?: boolean;
}
export interface Mailbox {
  readonly owner: Person;
  readonly threads: readonly Thread[];
}

/** One mail of a thread under construction. */
export interface Draft {
  readonly from: Person;
  readonly to?: readonly Person[];
  readonly cc?: readonly Person[];
  readonly at: number;
  readonly text?: string;
  readonly html?: string;
  readonly isDraft?: boolean;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Gmail's id of a mail taken in at `at`: the instant in the upper bits (`number` keeps ids of one instant apart). */
export function gmailId(at: number, number = 0): string {
  return ((BigInt(Math.round(at)) << 20n) | BigInt(number & 0xfffff)).toString(16);
}

/** Makes threads whose ids differ even where their instants do not. */
export class MailboxBuilder {
  private readonly threads: Thread[] = [];
  private count = 0;
  private readonly owner: Person;

  constructor(owner: Person) {
    this.owner = owner;
  }

  /** Adds a conversation; mail without recipients goes to the owner, the owner's to the first sender. */
  thread(subject: string, mails: readonly Draft[], more: Partial<Thread> = {}): this {
    const others = mails.map(({ from }) => from).filter(({ address }) => address !== this.owner.address);
    const messages = mails.map(({ from, to, cc, at, text, html, isDraft }): Message => {
      this.count += 1;
      const isOwn = from.address === this.owner.address;
      return {
        id: isDraft ? '' : gmailId(at, this.count),
        from,
        to: to ?? (isOwn ? others.slice(0, 1) : [this.owner]),
        cc,
        at,
        html: html ?? paragraphs(text ?? ''),
        isDraft,
      };
    });
    const first = messages[0];
    if (!first) throw new Error('A thread needs a mail.');
    this.threads.push({ id: first.id || gmailId(first.at, this.count), subject, messages, ...more });
    return this;
  }

  build(): Mailbox {
    return { owner: this.owner, threads: this.threads };
  }
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('');
}

/** A plain mailbox for tests: one inbound mail each from `rows` people, an hour apart, the newest first. */
export function aMailbox({ rows = 1, now = Date.now(), owner = me, mailsEach = 1 } = {}): Mailbox {
  const builder = new MailboxBuilder(owner);
  for (let row = 0; row < rows; row += 1) {
    const at = now - (row + 1) * hour;
    const from = aPerson(row);
    const mails = Array.from({ length: mailsEach }, (_, mail) => ({
      from: mail % 2 === 0 ? from : owner,
      at: at - (mailsEach - 1 - mail) * minute,
      text: `Mail ${mail + 1} of ${from.name}.`,
    }));
    builder.thread(`Order ${1_000 + row}`, mails, { isUnread: row % 5 === 0 });
  }
  return builder.build();
}

/** The `number`th of any number of invented people, each at a company of four. */
export function aPerson(number: number): Person {
  return { name: `Person ${number}`, address: `person${number}@company${Math.floor(number / 4)}.example` };
}

/** The signed-in person of every demo mailbox. */
export const me: Person = { name: 'Robin Reese', address: 'robin@brightwater.example' };

/** When somebody was truly last in touch, as the whole mailbox knows it. */
export interface Truth {
  readonly name: string;
  readonly address: string;
  readonly lastInAt?: number;
  readonly lastOutAt?: number;
  /** The newest mail is theirs. */
  readonly waits: boolean;
}

/** True last contact of everybody who wrote to, or was written to by, the owner. */
export function truthOf({ owner, threads }: Mailbox): Truth[] {
  const people = new Map<string, { name: string; lastInAt?: number; lastOutAt?: number }>();
  for (const { from, to, cc = [], at, isDraft } of threads.flatMap(({ messages }) => messages)) {
    if (isDraft) continue;
    const isOwn = from.address === owner.address;
    for (const { name, address } of isOwn ? [...to, ...cc] : [from]) {
      if (address === owner.address) continue;
      const known = people.get(address) ?? { name };
      if (isOwn) known.lastOutAt = Math.max(known.lastOutAt ?? 0, at);
      else known.lastInAt = Math.max(known.lastInAt ?? 0, at);
      people.set(address, known);
    }
  }
  return [...people].map(([address, known]) => ({
    address,
    ...known,
    waits: (known.lastInAt ?? 0) > (known.lastOutAt ?? 0),
  }));
}
