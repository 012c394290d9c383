import type { CrmPerson } from '../support/crm-people.ts';

export interface FillOptions {
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly people: readonly CrmPerson[];
}

/** Fills Tryton through its own remote calls, as its clients do; returns the parties' ids in the order of the people. */
export async function fill({ url, database, user, password, people }: FillOptions): Promise<readonly number[]> {
  const send = async (method: string, params: readonly unknown[], session?: string): Promise<unknown> => {
    const response = await fetch(`${url}${database}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(session && { authorization: `Session ${session}` }) },
      body: JSON.stringify({ id: 1, method, params }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method}: ${response.status} ${text}`);
    const { result, error } = JSON.parse(text) as { readonly result?: unknown; readonly error?: unknown };
    if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  };
  const [id, key] = (await send('common.db.login', [user, { password }])) as readonly [number, string];
  const session = btoa(`${user}:${id}:${key}`);
  const call = (method: string, ...params: readonly unknown[]) => send(`model.${method}`, [...params, {}], session);

  // A new database greets its administrator with three windows of questions, one after the other.
  const questions = (await call('ir.module.config_wizard.item.search', [])) as readonly number[];
  await call('ir.module.config_wizard.item.write', questions, { state: 'done' });
  return (await call('party.party.create', people.map(partyOf))) as readonly number[];
}

/** Everybody has a phone number, so that a record is never bare; the name of the company is no part of Tryton's party. */
function partyOf({ name, mail }: CrmPerson, index: number): unknown {
  const phone = { type: 'other', value: `+46 8 5550 ${String(index).padStart(3, '0')}` };
  const mails = mail ? [{ type: 'email', value: mail }] : [];
  return { name, contact_mechanisms: [['create', [...mails, phone]]] };
}
