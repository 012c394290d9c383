import { useCallback, useEffect, useState } from 'react';
import { hearWantedCard } from '@/lib/extension/side-panel';
import { countText, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { Newcomers } from './Newcomers';
import { PeopleOnPage, type TrackedPerson } from './PeopleOnPage';
import type { RowView } from './row-view';
import { SideCard } from './SideCard';
import { SideNobody } from './SideNobody';
import { SidePeople } from './SidePeople';
import { TabShell } from './TabShell';
import { useHeldCard } from './use-held-card';
import { useKnownPeople } from './use-known-people';
import { usePageInFront } from './use-page-in-front';

const nobody: readonly string[] = [];

/** The card of whoever is on the page in front; of several, whom the user chooses. */
export function SidePanelPage() {
  const acts = useActs();
  const { view, again } = usePageInFront();
  const known = useKnownPeople(view.state === 'people' ? view.contactIds : nobody);
  const people = known?.rows;
  const [chosen, choose] = useChoice(view.state === 'people' && !known?.isStale ? people : undefined);
  const [newcomers, setNewcomers] = useState(nobody);
  const allKnown = useCallback(() => setNewcomers(nobody), []);
  const card = useHeldCard(chosen);
  const { contactId } = card;
  useEffect(() => {
    if (contactId) scrollTo(0, 0);
  }, [contactId]);
  const track = async (wanted: readonly TrackedPerson[]) => {
    const reply = await acts.run('track', { id: newId(), people: [...wanted] });
    if (!reply) return;
    again();
    setNewcomers(reply.contactIds);
  };
  const onTrack = (wanted: readonly TrackedPerson[]) => void track(wanted);
  const untracked = view.state === 'people' ? view.untracked : [];
  if (!people) return <TabShell className="side" busy />;
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
      {card.isHeld && <HeldNote count={people.length} onLetGo={card.letGo} />}
      {contactId && (
        <div onInput={card.onInput}>
          <SideCard
            key={contactId}
            contactId={contactId}
            others={people.length > 1 && !card.isHeld ? people.length : undefined}
            onBack={() => choose(undefined)}
          />
        </div>
      )}
      {!contactId && people.length > 0 && <SidePeople people={people} onChoose={choose} />}
      {!contactId && people.length === 0 && <SideNobody view={view} onTrack={onTrack} onGranted={again} />}
      {people.length > 0 && untracked.length > 0 && <PeopleOnPage people={untracked} folded onTrack={onTrack} />}
    </TabShell>
  );
}

/** Whose card is asked for: the one contact on the page, or the chosen one while it is still among several. */
function useChoice(people: readonly RowView[] | undefined) {
  const [chosen, choose] = useState<string>();
  const isGone = people !== undefined && !people.some(({ contactId }) => contactId === chosen);
  if (chosen !== undefined && isGone) choose(undefined);
  useEffect(() => hearWantedCard(choose), []);
  const only = people?.length === 1 ? people[0]?.contactId : undefined;
  return [only ?? (isGone ? undefined : chosen), choose] as const;
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
