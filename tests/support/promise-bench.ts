import type { GivenPromise } from '@/lib/core/given-promise';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { aBench, type Bench } from './background';

/** Sent on Tuesday, 4 August 2026. */
export const byFriday = "Hello Ann,\n\nI'll send you the quote by Friday.\n\nSam";
export const account = { addresses: ['sam@ours.example'], index: 'u/0' };
export const to = (mailbox: string, role: 'to' | 'cc' = 'to') =>
  ({ mailbox, role, folder: 'other', rule: 'test' }) as const;
type Recipients = readonly ReturnType<typeof to>[];
type Reading = ReturnType<Bench['page']>['reading'];

/** A background in which the user writes mails to Ann, who is tracked. */
export interface PromiseBench extends Bench {
  readonly ann: string;
  tracked(mailbox: string): Promise<string>;
  /** The user sends; nothing is proven yet. `reading`: in place of the true one. */
  hold(text: string, to?: Recipients, reading?: Reading): Promise<string>;
  settle(id: string, outcome: 'sent' | 'undone'): Promise<null>;
  send(text: string, to?: Recipients, reading?: Reading): Promise<string>;
  promises(): Promise<GivenPromise[]>;
  /** Those that wait for an answer. */
  offers(): Promise<GivenPromise[]>;
  answer(promiseId: string | undefined, keeps: boolean, id?: string): ReturnType<typeof services.answerPromise>;
  /** A promise that was kept as a follow-up; its id. */
  accepted(): Promise<string>;
}

export async function aPromiseBench(): Promise<PromiseBench> {
  const bench = await aBench();
  const { db } = bench;
  await services.giveConsent(db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  const tracked = async (mailbox: string) => {
    const people = [{ mailbox, as: 'customer' as const }];
    const { contactIds } = await services.track(db, { id: newId(), people }, bench.page());
    return contactIds[0] ?? '';
  };
  const more = {
    ann: await tracked('Ann Lee <ann@acme.example>'),
    tracked,
    async hold(text: string, recipients: Recipients = [to('ann@acme.example')], reading?: Reading) {
      const id = newId();
      const page = reading ? { ...bench.page(), reading } : bench.page();
      await services.holdSend(db, { id, site: 'gmail', account, recipients: [...recipients], text }, page);
      return id;
    },
    settle: (id: string, outcome: 'sent' | 'undone') => services.settleSend(db, { id, outcome }, bench.page()),
    async send(...of: Parameters<PromiseBench['hold']>) {
      const id = await more.hold(...of);
      await more.settle(id, 'sent');
      return id;
    },
    promises: () => db.promises.toArray(),
    offers: () => db.promises.where('offeredUntilOn').above('').toArray(),
    answer: (promiseId = '', keeps: boolean, id = newId()) =>
      services.answerPromise(db, { id, promiseId, keeps }, bench.page()),
    async accepted() {
      await more.send(byFriday);
      const [promise] = await more.promises();
      await more.answer(promise?.id, true);
      return promise?.id ?? '';
    },
  };
  return Object.assign(bench, more);
}
