import type { Instant } from '@/lib/core/model';

/**
 * What stands outside the database and says that it existed. A damaged IndexedDB usually comes up empty and without any
 * error, so "open succeeded" proves nothing. Holds nothing private: Firefox lets content scripts read where it stands.
 */
export interface Witness {
  readonly dbName: string;
  readonly dbId: string;
  /** Rows a person would miss: contacts, addresses, interactions, settings. */
  readonly rows: number;
  readonly lastWriteAt: Instant;
  readonly schema: number;
  /** Counts commits; tells a snapshot whether anything is new. */
  readonly writes: number;
}

export interface WitnessStore {
  /** `undefined`: there is none, or it cannot be read. */
  read(): Promise<Witness | undefined>;
  write(witness: Witness): Promise<void>;
  /** A snapshot is a witness too: it was made from rows. */
  hasSnapshot(): Promise<boolean>;
}
