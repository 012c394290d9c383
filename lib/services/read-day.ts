import type { HoldfastDatabase } from '@/lib/db/database';
import type { DayChoice, RequestOf } from '@/lib/messaging/protocol';
import type { ServiceContext } from './context';

export async function readDay(
  _db: HoldfastDatabase,
  _request: RequestOf<'readDay'>,
  _context: ServiceContext,
): Promise<DayChoice | null> {
  return null;
}
