import { type FormEvent, useState } from 'react';
import { sayDay } from '@/lib/core/day-words';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { useActs } from './acts';
import { ContactPicker } from './ContactPicker';
import type { WholeContact } from './contact-whole';
import { IconButton } from './IconButton';
import { MonthDayForm } from './MonthDayForm';
import { useMoment } from './moment';
import { RenewalAnswer } from './RenewalAnswer';

type SeriesKind = RequestOf<'planSeries'>['kind'];

/** What brings the contact back on the list by itself: renewal, reviews, days of the year, a referral. */
export function ContactSeries({ whole }: { readonly whole: WholeContact }) {
  const acts = useActs();
  const { contact, account } = whole;
  const plan = async (kind: SeriesKind, on: string | null) =>
    (await acts.run('planSeries', { id: newId(), contactId: contact.id, kind, on })) !== undefined;
  const renewsOn = account ? account.renewsOn : contact.renewsOn;
  return (
    <section className="tab-box series" aria-labelledby="series">
      <h2 id="series">{text('seriesTitle')}</h2>
      <div className="panel-part">
        <h3>{text('seriesRenewal')}</h3>
        {renewsOn === undefined ? (
          <DayForm label={text('seriesRenewalDay')} onDay={(on) => plan('renewal', on)} />
        ) : (
          <RenewalAnswer
            key={renewsOn}
            contact={contact}
            renewsOn={renewsOn}
            onEnd={() => void plan('renewal', null)}
          />
        )}
      </div>
      <div className="panel-part">
        <h3>{text('seriesReview')}</h3>
        {contact.reviewFromOn === undefined ? (
          <DayForm label={text('seriesReviewDay')} onDay={(on) => plan('review', on)} />
        ) : (
          <Reviews fromOn={contact.reviewFromOn} onEnd={() => void plan('review', null)} />
        )}
      </div>
      <YearDay kind="birthday" monthDay={contact.birthday} onDay={plan} />
      <YearDay kind="anniversary" monthDay={contact.anniversary} onDay={plan} />
      <Referrer whole={whole} />
    </section>
  );
}

interface DayFormProps {
  readonly label: string;
  readonly onDay: (on: string) => Promise<boolean>;
}

function DayForm({ label, onDay }: DayFormProps) {
  const { today } = useMoment();
  const [on, setOn] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await onDay(on)) setOn('');
  };
  return (
    <form className="inline-form" onSubmit={(event) => void save(event)}>
      <input
        type="date"
        required
        min={today}
        value={on}
        aria-label={label}
        onChange={(event) => setOn(event.target.value)}
      />
      <button type="submit" className="button" aria-label={text('seriesPlan', label)}>
        {text('planIt')}
      </button>
    </form>
  );
}

function Reviews({ fromOn, onEnd }: { readonly fromOn: string; readonly onEnd: () => void }) {
  const { today, locale } = useMoment();
  return (
    <div className="state-line">
      <p>{text('seriesReviewSince', sayDay(fromOn, today, locale))}</p>
      <button type="button" className="button" onClick={onEnd}>
        {text('seriesReviewEnd')}
      </button>
    </div>
  );
}

interface YearDayProps {
  readonly kind: 'birthday' | 'anniversary';
  readonly monthDay: string | undefined;
  readonly onDay: (kind: SeriesKind, on: string | null) => Promise<boolean>;
}

function YearDay({ kind, monthDay, onDay }: YearDayProps) {
  const { locale } = useMoment();
  const title = text(kind === 'birthday' ? 'seriesBirthday' : 'seriesAnniversary');
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <div className="panel-part">
      <h3>{title}</h3>
      {monthDay === undefined ? (
        <MonthDayForm label={title} onDay={(on) => onDay(kind, on)} />
      ) : (
        <div className="state-line">
          <p>{format.format(Date.parse(`2000-${monthDay}`))}</p>
          <IconButton icon="close" label={text('seriesDayEnd', title)} onClick={() => void onDay(kind, null)} />
        </div>
      )}
    </div>
  );
}

function Referrer({ whole: { contact, referrer } }: { readonly whole: WholeContact }) {
  const acts = useActs();
  const set = (referrerId: string | null) =>
    void acts.run('setReferrer', { id: newId(), contactId: contact.id, referrerId });
  return (
    <div className="panel-part">
      <h3>{text('seriesReferrer')}</h3>
      {referrer ? (
        <div className="state-line">
          <p>
            <a className="link" href={`contact.html?id=${referrer.id}`}>
              <bdi>{referrer.name}</bdi>
            </a>
          </p>
          <IconButton icon="close" label={text('seriesReferrerEnd', referrer.name)} onClick={() => set(null)} />
        </div>
      ) : (
        <ContactPicker
          label={text('seriesReferrer')}
          picked={undefined}
          onPick={(picked) => picked && picked.id !== contact.id && set(picked.id)}
        />
      )}
    </div>
  );
}
