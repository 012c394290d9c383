import { rows } from '../../tests/e2e/support/database.ts';
import type { Run } from '../../tests/e2e/support/launch.ts';

/** Waits until no contact's derived fields are left to make anew. */
export async function untilRebuilt(run: Run): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const meta = await rows<{ readonly key: string; readonly nextId?: string }>(run, 'meta');
    if (meta.find(({ key }) => key === 'derived')?.nextId === undefined) return;
  }
}

/** The same rows in the same batches, read and written by nobody who thinks about them. */
export async function bareLoop({ observer }: Run): Promise<number> {
  return observer.evaluate(async () => {
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('holdfast'))?.name ?? '';
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const all = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const begun = performance.now();
    for (let from = ''; ; ) {
      const contacts: { readonly id: string }[] = await all(
        db.transaction('contacts').objectStore('contacts').getAll(IDBKeyRange.lowerBound(from, true), 100),
      );
      const [first, last] = [contacts.at(0), contacts.at(-1)];
      if (!first || !last) break;
      const interactions = db.transaction('interactions').objectStore('interactions').index('[contactId+occurredAt]');
      const addresses = db.transaction('addresses').objectStore('addresses').index('contactId');
      await Promise.all([
        all(interactions.getAll(IDBKeyRange.bound([first.id, -Infinity], [last.id, []]))),
        all(addresses.getAll(IDBKeyRange.bound(first.id, last.id))),
      ]);
      const change = db.transaction('contacts', 'readwrite');
      for (const contact of contacts) change.objectStore('contacts').put(contact);
      await new Promise((resolve) => (change.oncomplete = resolve));
      from = last.id;
    }
    db.close();
    return performance.now() - begun;
  });
}
