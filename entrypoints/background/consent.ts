import type { HoldfastDatabase } from '@/lib/db/database';
import { settingsOf } from '@/lib/db/settings';
import { Refusal, type ServiceContext } from '@/lib/services/context';

/** Databases whose user has said yes, which nobody takes back: asked for once, not at every message. */
const consenting = new WeakSet<HoldfastDatabase>();

/** No page is read, and nothing of one is answered, before the user has said yes. */
export async function demandConsent(db: HoldfastDatabase, context: ServiceContext): Promise<void> {
  if (context.caller.isOurs || consenting.has(db)) return;
  const { consentAt } = await settingsOf(db, context.locale);
  if (consentAt === undefined) throw new Refusal('errorNoConsent');
  consenting.add(db);
}
