import { Dexie } from 'dexie';
import { sayDay } from '@/lib/core/day-words';
import { inEffect } from '@/lib/core/in-effect';
import type { Contact } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import { promiseState } from '@/lib/core/promise-state';
import { newestFirst } from '@/lib/core/timeline-order';
import type { HoldfastDatabase } from '@/lib/db/database';
import { settingsOf } from '@/lib/db/settings';
import { readerOf, type ServiceContext } from './context';

/** Of the newest entries one has a subject, or the topic is too old to matter. */
const looked = 50;
const longestFacts = 120;

/** What it helps to remember while writing to somebody: last topic, open promises, importance, the user's own notes. */
export async function factsAbout(db: HoldfastDatabase, contact: Contact, context: ServiceContext): Promise<string> {
  const { id, tier, facts } = contact;
  const { today, locale, timeZone } = readerOf(context);
  const [settings, newest, promises] = await Promise.all([
    settingsOf(db, locale),
    db.interactions
      .where('[contactId+occurredAt]')
      .between([id, Dexie.minKey], [id, Dexie.maxKey])
      .reverse()
      .limit(looked)
      .toArray(),
    db.promises.where('contactId').equals(id).toArray(),
  ]);
  const live = inEffect(newest).sort(newestFirst);
  const topic = live.map(({ evidence }) => evidence?.subject).find((subject) => subject);
  const rules = { ...settings, timeZone };
  const isOpen = (one: (typeof promises)[number]) => promiseState(one, live, today, rules) === 'accepted';
  const phrases: Phrase[] = [
    ...(topic ? [{ key: 'recipientTopic', values: [topic] } as const] : []),
    ...promises
      .filter((one) => one.deletedAt === undefined && isOpen(one))
      .map(({ about, dueOn }) => ({ key: 'promiseOpen', values: [about, sayDay(dueOn, today, locale)] }) as const),
    ...(tier ? [{ key: 'recipientTier', values: [tier.toUpperCase()] } as const] : []),
  ];
  const said = phrases.map((phrase) => context.text(phrase));
  return [...said, ...(facts ? [facts.slice(0, longestFacts)] : [])].join(' · ');
}
