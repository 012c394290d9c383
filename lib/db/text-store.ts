import { Dexie, type Table } from 'dexie';

/** A plain shelf for texts outside the database, where a damage of the database does not reach. */
export interface TextStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
}

interface TextRow {
  readonly key: string;
  readonly text: string;
}

/** A second IndexedDB: for Firefox, where content scripts can read `storage.local`. */
export function secondDatabase(name = 'safety'): TextStore {
  const db = new Dexie(name);
  db.version(1).stores({ texts: 'key' });
  const texts: Table<TextRow, string> = db.table('texts');
  return {
    get: async (key) => (await texts.get(key))?.text,
    set: async (key, text) => {
      await texts.put({ key, text });
    },
    remove: (key) => texts.delete(key),
  };
}
