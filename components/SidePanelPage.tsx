import { useCallback, useEffect, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { countText, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { Newcomers } from './Newcomers';
import { PeopleOnPage, type TrackedPerson } from './PeopleOnPage';
import { SideCard } from './SideCard';
import { SideNobody } from './SideNobody';
import { SidePeople } from './SidePeople';
import { TabShell } from './TabShell';
import { useChoice } from './use-choice';
import { useHeldCard } from './use-held-card';
import { useKnownPeople } from './use-known-people';
import { usePageInFront } from './use-page-in-front';

const nobody: readonly string[] = [];

interface SidePanelPageProps {
  /** Origins on which Holdfast is turned off. */
  readonly off: Settings['offOrigins'];
}

/** The card of whoever is on the page in front; of several, whom the user chooses. */
export function SidePanelPage({ off }: SidePanelPageProps) {
  const acts = useActs();
  const { view, again } = usePageInFront();
  const known = useKnownPeople(view.state === 'people' ? view.contactIds : nobody);
  const people = view.state === 'people' ? known?.rows : undefined;
  const openIds = view.state === 'people' ? view.openIds : nobody;
  const [wanted, choose] = useChoice(people, openIds, known?.isStale === false);
  const [newcomers, setNewcomers] = useState(nobody);
  const allKnown = useCallback(() => setNewcomers(nobody), []);
  const card = useHeldCard(wanted);
  const { contactId } = card;
  useEffect(() => {
    if (contactId) scrollTo(0, 0);
  }, [contactId]);
  const track = async (people: readonly TrackedPerson[]) => {
    const reply = await acts.run('track', { id: newId(), people: [...people] });
    if (!reply) return;
    again();
    setNewcomers(reply.contactIds);
  };
  const onTrack = (people: readonly TrackedPerson[]) => void track(people);
  const count = people?.length ?? 0;
  const untracked = view.state === 'people' ? view.untracked : [];
  // Nothing is said of a page whose people are still being read, above all not that there are none.
  const isReading = !known || (view.state === 'people' && known.isStale && known.rows.length === 0);
  if (isReading && !contactId) return <TabShell className="side" busy />;
  if (newcomers.length > 0) {
    return (
      <TabShell className="side">
        <h1 className="visually-hidden">{text('sideChoose')}</h1>
        <Newcomers contactIds={newcomers} onDone={allKnown} />
      </TabShell>
    );
  }
  return (
    <TabShell className="side" busy={view.state === 'asking'} tools={contactId && <TabLink contactId={contactId} />}>
      {card.isHeld && <HeldNote count={count} onLetGo={card.letGo} />}
      {contactId && (
        <div onInput={card.onInput}>
          <SideCard
            key={contactId}
            contactId={contactId}
            others={count > 1 && !card.isHeld ? count : undefined}
            onBack={() => choose()}
          />
        </div>
      )}
      {!contactId && people && count > 0 && <SidePeople people={people} onChoose={choose} />}
      {!contactId && count === 0 && <SideNobody view={view} off={off} onTrack={onTrack} onGranted={again} />}
      {/* Tracking somebody leads away from the card, and from what is being typed into it. */}
      {count > 0 && untracked.length > 0 && !card.isWriting && (
        <PeopleOnPage people={untracked} folded onTrack={onTrack} />
      )}
    </TabShell>
  );
}

function TabLink({ contactId }: { readonly contactId: string }) {
  return (
    <a className="link tab-tool" href={`contact.html?id=${contactId}`} target="_blank" rel="noopener">
      {text('sideOpenTab')}
    </a>
  );
}

interface HeldNoteProps {
  /** Contacts on the page in front. */
  readonly count: number;
  readonly onLetGo: () => void;
}

function HeldNote({ count, onLetGo }: HeldNoteProps) {
  return (
    <div className="offer" role="status">
      <p>{count === 0 ? text('sideHeldNobody') : countText(count, 'sideHeldOne', 'sideHeldOther')}</p>
      <button type="button" className="button" onClick={onLetGo}>
        {text('sideLetGo')}
      </button>
    </div>
  );
}
