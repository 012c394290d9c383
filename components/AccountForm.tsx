import { type FormEvent, useState } from 'react';
import type { Account } from '@/lib/core/account';
import type { Tier } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { ContactCadenceField } from './ContactCadenceField';
import { ContactTierField } from './ContactTierField';
import { type CadenceDraft, cadenceIn, draftOfCadence } from './cadence-draft';
import { unlessChanged } from './unless-changed';

interface AccountDraft {
  readonly name: string;
  readonly cadence: CadenceDraft;
  readonly tier: Tier | undefined;
  readonly facts: string;
}

/** Name, cadence, tier and facts of a company, saved together. */
export function AccountForm({ account }: { readonly account: Account }) {
  const acts = useActs();
  const [typed, setTyped] = useState<AccountDraft>();
  const { id: accountId, name, cadenceDays, tier, facts = '' } = account;
  const draft = typed ?? { name, cadence: draftOfCadence(cadenceDays), tier, facts };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await acts.run('editAccount', {
      id: newId(),
      accountId,
      name: draft.name.trim(),
      cadenceDays: cadenceIn(draft.cadence),
      tier: draft.tier ?? null,
      facts: draft.facts,
    });
    if (reply) setTyped(unlessChanged(typed, undefined));
  };
  return (
    <form className="fields" onSubmit={(event) => void save(event)}>
      <label className="field">
        <span>{text('accountName')}</span>
        <input
          required
          maxLength={200}
          value={draft.name}
          onChange={(event) => setTyped({ ...draft, name: event.target.value })}
        />
      </label>
      <ContactCadenceField
        legend={text('cadenceOf', name)}
        draft={draft.cadence}
        inherited={text('accountNoCadence')}
        onChange={(cadence) => setTyped({ ...draft, cadence })}
      />
      <ContactTierField tier={draft.tier} onChange={(chosen) => setTyped({ ...draft, tier: chosen })} />
      <label className="field">
        <span>{text('accountFacts')}</span>
        <textarea
          rows={3}
          maxLength={10_000}
          value={draft.facts}
          onChange={(event) => setTyped({ ...draft, facts: event.target.value })}
        />
      </label>
      <button type="submit" className="button button-primary" disabled={!typed}>
        {text('pageSave')}
      </button>
    </form>
  );
}
