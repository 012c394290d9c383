import { type FormEvent, useState } from 'react';
import type { Recovery } from '@/lib/core/recovery';
import { text } from '@/lib/extension/text';
import { useMoment } from './moment';
import { RecoveryReasonField } from './RecoveryReasonField';
import { faultKeys, reasonText, severityKeys, whenWas } from './recovery-text';
import type { RecoveryPart } from './recovery-view';

/** What went wrong, why and how badly; changed in place. */
export function RecoveryHappened({ part }: { readonly part: RecoveryPart }) {
  const moment = useMoment();
  const [editing, setEditing] = useState(false);
  const { happened, reason, severity, isMoney, fault, openedAt, owner } = part.view.recovery;
  const facts = [
    reasonText(reason),
    text(severityKeys.find(([one]) => one === severity)?.[1] ?? 'caseSeverity2'),
    text(faultKeys[fault]),
    text(isMoney ? 'caseMoney' : 'caseNoMoney'),
  ];
  return (
    <section className="tab-box" aria-labelledby="happened">
      <h2 id="happened">{text('caseWhatHappened')}</h2>
      {happened === '' ? (
        <p className="quiet">{text('caseNothingWritten')}</p>
      ) : (
        <bdi className="case-happened">{happened}</bdi>
      )}
      <ul className="case-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <p className="quiet">
        {text('caseOpened', whenWas(openedAt, moment))} {owner !== undefined && text('caseLedBy', owner)}
      </p>
      <details
        className="more"
        open={editing}
        onToggle={(event) => {
          if (event.currentTarget.open !== editing) setEditing(event.currentTarget.open);
        }}
      >
        <summary>{text('caseEdit')}</summary>
        {editing && <HappenedForm part={part} onDone={() => setEditing(false)} />}
      </details>
    </section>
  );
}

type Draft = Pick<Recovery, 'happened' | 'reason' | 'severity' | 'isMoney' | 'fault'> & {
  readonly owner: string;
  readonly manager: string;
};
interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function HappenedForm({ part, onDone }: { readonly part: RecoveryPart; readonly onDone: () => void }) {
  const { recovery } = part.view;
  const [draft, setDraft] = useState<Draft>({
    ...recovery,
    owner: recovery.owner ?? '',
    manager: recovery.manager ?? '',
  });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { reason, severity, isMoney, fault } = draft;
    const people = { owner: draft.owner.trim() || null, manager: draft.manager.trim() || null };
    if (await part.deeds.edit({ what: draft.happened.trim(), reason, severity, isMoney, fault, ...people })) onDone();
  };
  return (
    <form className="fields" onSubmit={(event) => void save(event)}>
      <label className="field">
        <span>{text('caseWhatHappened')}</span>
        <textarea
          rows={3}
          maxLength={10_000}
          value={draft.happened}
          onChange={(event) => setDraft({ ...draft, happened: event.target.value })}
        />
      </label>
      <div className="field-pair">
        <RecoveryReasonField reason={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} />
        <Gravity draft={draft} onChange={setDraft} />
      </div>
      <People draft={draft} onChange={setDraft} />
      <button type="submit" className="button button-primary">
        {text('pageSave')}
      </button>
    </form>
  );
}

function Gravity({ draft, onChange }: FieldsProps) {
  const { severity, isMoney, fault } = draft;
  return (
    <>
      <label className="field">
        <span>{text('caseSeverity')}</span>
        <select
          value={severity}
          onChange={(event) => {
            const chosen = severityKeys.find(([one]) => String(one) === event.target.value);
            onChange({ ...draft, severity: chosen?.[0] ?? severity });
          }}
        >
          {severityKeys.map(([one, key]) => (
            <option key={one} value={one}>
              {text(key)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{text('caseFault')}</span>
        <select
          value={fault}
          onChange={(event) =>
            onChange({ ...draft, fault: event.target.value === 'mistake' ? 'mistake' : 'broken-promise' })
          }
        >
          <option value="mistake">{text(faultKeys.mistake)}</option>
          <option value="broken-promise">{text(faultKeys['broken-promise'])}</option>
        </select>
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={isMoney}
          onChange={(event) => onChange({ ...draft, isMoney: event.target.checked })}
        />
        <span>{text('caseMoney')}</span>
      </label>
    </>
  );
}

function People({ draft, onChange }: FieldsProps) {
  return (
    <div className="field-pair">
      <label className="field">
        <span>{text('caseOwner')}</span>
        <input
          maxLength={200}
          value={draft.owner}
          onChange={(event) => onChange({ ...draft, owner: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{text('caseManager')}</span>
        <input
          maxLength={200}
          value={draft.manager}
          onChange={(event) => onChange({ ...draft, manager: event.target.value })}
        />
      </label>
    </div>
  );
}
