import { useEffect, useRef } from 'react';
import type { AgendaEntry } from '@/lib/core/agenda';
import type { Interaction } from '@/lib/core/model';
import { suggest } from '@/lib/core/suggest';
import { templateFor } from '@/lib/core/template-choice';
import { templateValues } from '@/lib/core/template-values';
import { templatesInEnglish } from '@/lib/core/templates-en';
import { firstName } from '@/lib/core/wording';
import { wordingChoices } from '@/lib/core/wording-choice';
import { text } from '@/lib/extension/text';
import type { WholeContact } from './contact-whole';
import { useSettings } from './hooks';
import { type Moment, useMoment } from './moment';
import { useInsert } from './use-insert';
import { WordingWriter } from './WordingWriter';

interface ContactWritingProps {
  readonly whole: WholeContact;
  readonly entry: AgendaEntry;
  /** Entries that were not taken back. */
  readonly live: readonly Interaction[];
  /** Key of the wording somebody was led here for. `undefined`: what fits as things stand. */
  readonly wanted: string | undefined;
}

/** Ready wording for a contact as it stands, and all the other wording there is; links lead here by `#write`. */
export function ContactWriting({ whole, entry, live, wanted }: ContactWritingProps) {
  const moment = useMoment();
  const settings = useSettings();
  const box = useRef<HTMLElement>(null);
  const onInsert = useInsert(whole.contact.id);
  // The browser looked for the place before there was one.
  useEffect(() => {
    if (settings && location.hash === '#write') box.current?.scrollIntoView();
  }, [settings]);
  if (!settings) return null;
  const { contact, account } = whole;
  const { recovery, isSilenced = recovery !== undefined } = contact.clock;
  const fitting = fittingFor(entry, moment, wanted);
  const choices = wordingChoices(templatesInEnglish, { own: settings.templates, fitting, isSilenced });
  const source = { contact, interactions: live, company: account?.name, ownName: settings.ownName };
  return (
    <section className="tab-box" id="write" aria-labelledby="write-title" ref={box}>
      <h2 id="write-title">{text('writeTo', firstName(contact.name))}</h2>
      {recovery && (
        <p>
          {text('writeRecovery')}{' '}
          <a className="link" href={`recovery.html?id=${recovery.recoveryId}`}>
            {text('goOnWithRecovery')}
          </a>
        </p>
      )}
      <WordingWriter
        choices={choices}
        first={choices.find(({ group }) => group === 'now')?.key}
        values={templateValues(source, templatesInEnglish, moment)}
        onInsert={onInsert}
      />
    </section>
  );
}

/** What somebody was led here for, then what fits the next step. */
function fittingFor({ contact, standing }: AgendaEntry, moment: Moment, wanted: string | undefined): readonly string[] {
  const fits = templateFor(suggest(contact, standing, moment), contact);
  return [...new Set([wanted, fits])].filter((key) => key !== undefined);
}
