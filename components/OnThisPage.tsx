import { useCallback, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { Newcomers } from './Newcomers';
import { PeopleOnPage, type TrackedPerson } from './PeopleOnPage';
import { SiteOffer } from './SiteOffer';
import { SiteSwitch } from './SiteSwitch';
import { usePeopleOnPage } from './use-people-on-page';

interface OnThisPageProps {
  /** Origins on which Holdfast is turned off. */
  readonly off: Settings['offOrigins'];
  /** Nobody is tracked yet: this is the one thing to do. */
  readonly first: boolean;
  /** Somebody waits below: stay small. */
  readonly folded: boolean;
}

/** What the page behind the popup offers: people to track, or a site to use Holdfast on. */
export function OnThisPage({ off, first, folded }: OnThisPageProps) {
  const acts = useActs();
  const { sight, again } = usePeopleOnPage(off);
  const [newcomers, setNewcomers] = useState<readonly string[]>([]);
  const allKnown = useCallback(() => setNewcomers([]), []);
  const track = async (people: readonly TrackedPerson[]) => {
    const reply = await acts.run('track', { id: newId(), people: [...people] });
    if (!reply) return;
    again();
    setNewcomers(reply.contactIds);
  };
  if (newcomers.length > 0) return <Newcomers contactIds={newcomers} onDone={allKnown} />;
  if (sight.state === 'not-granted') {
    return <SiteOffer origin={sight.origin} tabId={sight.page.tabId} full={first} onGranted={again} />;
  }
  if (sight.state === 'off') return <SiteSwitch origin={sight.origin} isOff />;
  if (sight.state === 'silent' && first) return <p className="site-line">{text('pageUnknown')}</p>;
  if (sight.state !== 'people') return null;
  return (
    <>
      {sight.writing.map(({ contactId, name, facts }) => (
        <p key={contactId} className="site-line">
          <a className="link-button" href={`contact.html?id=${contactId}`} target="_blank" rel="noopener">
            {name}
          </a>{' '}
          <bdi>{facts}</bdi>
        </p>
      ))}
      {sight.untracked.length > 0 && (
        <PeopleOnPage people={sight.untracked} folded={folded} onTrack={(people) => void track(people)} />
      )}
    </>
  );
}
