import { sayDay } from '@/lib/core/day-words';
import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useDatabase } from './database-context';
import { useMoment } from './moment';
import { readOffers } from './promise-queries';
import { Question } from './Question';
import { useLive } from './use-live';

/** Promises in mails just sent, of one contact or of all: each is kept as a follow-up only if the user says so. */
export function PromiseOffers({ contactId }: { readonly contactId?: string }) {
  const db = useDatabase();
  const acts = useActs();
  const { today, locale } = useMoment();
  const offers = useLive(() => readOffers(db, today, contactId), [db, today, contactId]);
  return offers?.map(({ id, name, about, dueOn }) => {
    const said = text('promiseOffer', firstName(name), about, sayDay(dueOn, today, locale));
    return (
      <Question
        key={id}
        said={said}
        yes="pagePromiseKeep"
        no="pagePromiseNot"
        onAnswer={(keeps) => void acts.run('answerPromise', { id: newId(), promiseId: id, keeps })}
      />
    );
  });
}
