import type { GivenPromise } from '@/lib/core/given-promise';
import { at } from './rows';

/** "I'll send you the quote by Friday", of Tuesday, 24 November 2026; offered, unless `changes` says otherwise. */
export function aPromise(changes: Partial<GivenPromise> = {}): GivenPromise {
  return {
    id: 'promise-1',
    contactId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
    words: "I'll send you the quote by Friday",
    about: 'send the quote',
    dueOn: '2026-11-27',
    mailId: 'mail-of-promise',
    madeAt: at('2026-11-24 09:00'),
    offeredUntilOn: '2026-12-08',
    updatedAt: 1,
    updatedBy: 'device-1',
    ...changes,
  };
}

/** The same once the user has kept it as a follow-up. */
export function anAccepted(changes: Partial<GivenPromise> = {}): GivenPromise {
  const followUpId = '01JFFFFFFFFFFFFFFFFFFFFFFF';
  return aPromise({ answer: 'accepted', followUpId, offeredUntilOn: undefined, ...changes });
}
