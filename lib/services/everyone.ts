import type { Account } from '@/lib/core/account';
import { domainOf, isFreeMail } from '@/lib/core/address';
import type { Mailbox } from '@/lib/core/mailbox';
import type { Address, Ulid } from '@/lib/core/model';
import { ruleDefaults } from '@/lib/core/settings';
import type { JudgedSighting } from '@/lib/core/sighting';
import { isColleague } from '@/lib/core/verdict';
import type { HoldfastDatabase } from '@/lib/db/database';
import { act } from './act';
import { trackAnew } from './contacts';
import { Refusal, type ServiceContext } from './context';
import type { Ourselves } from './people';

/** Somebody untracked as a page showed him. */
export interface Stranger {
  readonly mailbox: Mailbox;
  readonly judged: JudgedSighting;
}

/**
 * "Track everyone at acme.example": those of the strangers who belong to such an account become contacts, all by one act
 * that can be undone. Whoever was tracked before and is not any more stays away. `true`: somebody was added.
 */
export async function trackEveryone(
  db: HoldfastDatabase,
  strangers: readonly Stranger[],
  us: Ourselves,
  context: ServiceContext,
): Promise<boolean> {
  const people = new Map<Address, Mailbox>();
  for (const { mailbox, judged } of strangers.filter((one) => isShownForCertain(one.judged))) {
    if (judged.isRole || isColleague(mailbox.address, us) || isFreeMail(domainOf(mailbox.address))) continue;
    const earlier = people.get(mailbox.address);
    if (!earlier || (!earlier.name && mailbox.name)) people.set(mailbox.address, mailbox);
  }
  const wanted = await ofWatchedAccounts(db, [...people.values()]);
  if (wanted.length === 0) return false;
  try {
    await act(db, context, 'trackEveryone', context.newId(), async (change) => {
      const contactIds: Ulid[] = [];
      let account: Account | undefined;
      for (const one of await ofWatchedAccounts(
        db,
        wanted.map(({ mailbox }) => mailbox),
      )) {
        contactIds.push(await trackAnew(change, one.mailbox, { stage: 'customer', accountId: one.account.id }));
        account = one.account;
      }
      // Another page was faster.
      if (!account) throw new Refusal('errorNotFound');
      const said =
        contactIds.length === 1
          ? ({ key: 'doneTrackedByRule', values: [wanted[0]?.mailbox.address ?? '', account.name] } as const)
          : ({ key: 'doneTrackedOther', values: [contactIds.length] } as const);
      return { said, contactIds };
    });
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
  return true;
}

/** The sender of a mail, or one of few it went to; in a list only where the row is certain. */
function isShownForCertain({ direction, doubt, evidence }: JudgedSighting): boolean {
  if (evidence.role === 'record' || evidence.role === 'bcc') return false;
  if (doubt === 'row-only' || doubt === 'list-post' || doubt === 'sender-unclear' || doubt === 'auto-reply')
    return false;
  if ((evidence.recipientCount ?? 1) > ruleDefaults.mostRecipients) return false;
  return evidence.proof !== 'row' || direction !== 'unknown';
}

/** Those whose account watches for everyone, and whose address nobody has or ever had. */
async function ofWatchedAccounts(db: HoldfastDatabase, people: readonly Mailbox[]) {
  if (people.length === 0) return [];
  const domains = [...new Set(people.map(({ address }) => domainOf(address)))];
  const accounts = await db.accounts.where('domains').anyOf(domains).toArray();
  const watched = accounts.filter((account) => account.tracksEveryone && account.deletedAt === undefined);
  if (watched.length === 0) return [];
  const rows = await db.addresses.bulkGet(people.map(({ address }) => address));
  return people.flatMap((mailbox, index) => {
    const account = watched.find(({ domains: own }) => own.includes(domainOf(mailbox.address)));
    return account && !rows[index] ? [{ mailbox, account }] : [];
  });
}
