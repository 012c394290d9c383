import { useState } from 'react';
import { countText, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useDatabase } from './database-context';
import { LastInTouch, type LastTouch } from './LastInTouch';
import { PeopleOnPage, type TrackedPerson } from './PeopleOnPage';
import { unseenAmong } from './queries';
import { SiteOffer } from './SiteOffer';
import { usePeopleOnPage } from './use-people-on-page';

interface OnThisPageProps {
  /** Nobody is tracked yet: this is the one thing to do. */
  readonly first: boolean;
  /** Somebody waits below: stay small. */
  readonly folded: boolean;
}

/** What the page behind the popup offers: people to track, or a site to use Holdfast on. */
export function OnThisPage({ first, folded }: OnThisPageProps) {
  const db = useDatabase();
  const acts = useActs();
  const { sight, again } = usePeopleOnPage();
  const [asked, setAsked] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const track = async (people: readonly TrackedPerson[]) => {
    const reply = await acts.run('track', { id: newId(), people: [...people] });
    if (!reply) return;
    again();
    setAsked(await unseenAmong(db, reply.contactIds));
  };
  const answer = async (when: LastTouch) => {
    setAsked([]);
    const requests = asked.map(({ id }) => ({ id: newId(), contactId: id, when }));
    await acts.runAll('setLastInTouch', requests, text('lastInTouchNoted'));
  };
  if (asked.length > 0) {
    const question = countText(asked.length, 'lastInTouchOne', 'lastInTouchOther', asked[0]?.name ?? '');
    return <LastInTouch question={question} onAnswer={(when) => void answer(when)} onSkip={() => setAsked([])} />;
  }
  if (sight.state === 'not-granted') {
    return <SiteOffer origin={sight.origin} tabId={sight.page.tabId} full={first} onGranted={again} />;
  }
  if (sight.state === 'silent' && first) return <p className="site-line">{text('pageUnknown')}</p>;
  if (sight.state !== 'people' || sight.untracked.length === 0) return null;
  return <PeopleOnPage people={sight.untracked} folded={folded} onTrack={(people) => void track(people)} />;
}
