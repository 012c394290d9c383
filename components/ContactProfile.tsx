import { type FormEvent, useState } from 'react';
import type { Contact, LifecycleStage, Tier } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { ContactStageField } from './ContactStageField';
import { ContactTierField } from './ContactTierField';
import { unlessChanged } from './unless-changed';

interface ProfileDraft {
  readonly name: string;
  readonly company: string;
  readonly stage: LifecycleStage;
  readonly tier: Tier | undefined;
}

/** Name, company, stage and tier, saved together. What was typed stays until then. */
export function ContactProfile({ contact }: { readonly contact: Contact }) {
  const acts = useActs();
  const [typed, setTyped] = useState<ProfileDraft>();
  const { id: contactId, name, company = '', stage, tier } = contact;
  const draft = typed ?? { name, company, stage, tier };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await acts.run('editContact', {
      id: newId(),
      contactId,
      name: draft.name.trim(),
      company: draft.company.trim() || null,
      stage: draft.stage,
      tier: draft.tier ?? null,
    });
    if (reply) setTyped(unlessChanged(typed, undefined));
  };
  return (
    <form className="fields" onSubmit={(event) => void save(event)}>
      <label className="field">
        <span>{text('fieldName')}</span>
        <input
          required
          maxLength={200}
          value={draft.name}
          onChange={(event) => setTyped({ ...draft, name: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{text('fieldCompany')}</span>
        <input
          maxLength={200}
          value={draft.company}
          onChange={(event) => setTyped({ ...draft, company: event.target.value })}
        />
      </label>
      <div className="field-pair">
        <ContactStageField stage={draft.stage} onChange={(chosen) => setTyped({ ...draft, stage: chosen })} />
        <ContactTierField tier={draft.tier} onChange={(chosen) => setTyped({ ...draft, tier: chosen })} />
      </div>
      {typed && (
        <button type="submit" className="button button-primary">
          {text('pageSave')}
        </button>
      )}
    </form>
  );
}
