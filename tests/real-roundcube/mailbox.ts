import { type Correspondence, type Desk, day, hearFrom, hour, minute, writeTo } from './correspondence.ts';
import { addDecoys, addNoise } from './decoys.ts';
import type { StoredMail } from './maildir.ts';
import { compose } from './mime.ts';
import { chanceFrom, makeCustomers } from './people.ts';

/** What a perfect reader of the whole mailbox would know of one customer. Instants at minute precision. */
export interface CustomerTruth {
  /** Canonical form: lower case. */
  readonly address: string;
  readonly name: string;
  readonly company: string;
  /** Newest mail that counts by the product's rules, and where it lies. */
  readonly lastInAt?: number;
  readonly lastInFolder?: string;
  readonly lastOutAt?: number;
  readonly lastOutFolder?: string;
  /** Kinds of mail that look like contact but are none, and are newer than the real thing. */
  readonly decoys: readonly string[];
}
export interface GeneratedMailbox {
  readonly mails: readonly StoredMail[];
  readonly truth: readonly CustomerTruth[];
}

/** About 600 mails with 40 customers over 400 days; the same seed and `now` give the same mails. */
export function generateMailbox({
  seed,
  now,
  customers = 40,
}: {
  seed: number;
  now: number;
  customers?: number;
}): GeneratedMailbox {
  const chance = chanceFrom(seed);
  const mails: StoredMail[] = [];
  const desk: Desk = {
    chance,
    now,
    correspondences: makeCustomers(customers).map((customer, index) => ({
      customer,
      index,
      thread: [],
      subject: '',
      decoys: [],
    })),
    put: (draft, { folder, arrivedAt = draft.sentAt }) => {
      const messageId = `${mails.length}.${seed}@mail.example`;
      const seen = folder !== 'INBOX' || now - arrivedAt > 3 * day;
      mails.push({ folder, arrivedAt, seen, text: compose({ ...draft, messageId }) });
      return messageId;
    },
  };
  for (const correspondence of desk.correspondences) converse(desk, correspondence);
  for (const correspondence of desk.correspondences) addDecoys(desk, correspondence);
  addNoise(desk);
  return {
    mails: mails.toSorted((a, b) => a.arrivedAt - b.arrivedAt),
    truth: desk.correspondences.map(truthOf),
  };
}

function truthOf({ customer, lastIn, lastOut, decoys }: Correspondence): CustomerTruth {
  return {
    address: customer.address.toLowerCase(),
    name: customer.name,
    company: customer.company,
    ...(lastIn && { lastInAt: toMinute(lastIn.at), lastInFolder: lastIn.folder }),
    ...(lastOut && { lastOutAt: toMinute(lastOut.at), lastOutFolder: lastOut.folder }),
    decoys,
  };
}

function toMinute(at: number): number {
  return Math.floor(at / minute) * minute;
}

const topics = [
  'Quote',
  'Delivery in March',
  'Order 4711',
  'Visit',
  'Sample boxes',
  'Größe der Paletten',
  '見積もり',
  'Contract',
];

/** Real contact, from some hundred days ago until between one and 120 days ago. */
function converse(desk: Desk, who: Correspondence): void {
  const { chance, now } = desk;
  const newest = now - chance.between(1, 120) * day - chance.between(0, 20) * hour;
  let at = newest - chance.between(150, 280) * day;
  const gap = (newest - at) / chance.between(6, 10);
  while (at < newest) {
    if (who.thread.length === 0 || chance.next() < 0.35) {
      who.thread = [];
      who.subject = `${chance.pick(topics)} ${who.index + 1}/${chance.between(10, 99)}`;
    }
    // Customers 7, 17, … never wrote; customers 9, 19, … were never written to.
    if (who.index % 10 === 7 || (who.index % 10 !== 9 && chance.next() < 0.5)) writeTo(desk, who, at);
    else hearFrom(desk, who, at);
    at += gap * (0.4 + 1.2 * chance.next());
  }
}
