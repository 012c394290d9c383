import { useEffect, useState } from 'react';
import { hearReports, openPage } from '@/lib/extension/tabs';
import { countText, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useDatabase } from './database-context';
import { LastInTouch, type LastTouch } from './LastInTouch';
import { readLinks, unseenAmong } from './queries';
import { useLive } from './use-live';

interface NewcomersProps {
  /** Just tracked from the page in view. */
  readonly contactIds: readonly string[];
  /** Everybody was seen or told of, or the user skips. */
  readonly onDone: () => void;
}

/** Pages hear of a change within a tenth of a second and tell what they show; a busy machine takes longer. */
const pageTellsWithinMs = 4_000;
/** Until what a page tells is written; generous, since a question that comes too early hides what is true. */
const writtenWithinMs = 2_000;

/** "Last in touch?" about those of whom the page shows no mail: it may tell first, and may still tell later. */
export function Newcomers({ contactIds, onDone }: NewcomersProps) {
  const db = useDatabase();
  const acts = useActs();
  const unseen = useLive(() => unseenAmong(db, contactIds), [db, contactIds]);
  const mayAsk = usePageHasTold();
  const only = unseen?.length === 1 ? unseen[0]?.id : undefined;
  const links = useLive(async () => (only ? readLinks(db, only) : undefined), [db, only]);
  const nobody = unseen?.length === 0;
  useEffect(() => {
    if (nobody) onDone();
  }, [nobody, onDone]);
  const answer = async (when: LastTouch) => {
    onDone();
    const still = await unseenAmong(db, contactIds);
    const requests = still.map(({ id }) => ({ id: newId(), contactId: id, when }));
    if (requests.length > 0) await acts.runAll('setLastInTouch', requests, text('lastInTouchNoted'));
  };
  if (!unseen || nobody || !mayAsk) return <p className="site-line">{text('pageTells')}</p>;
  const { searchUrl } = links ?? {};
  return (
    <LastInTouch
      question={countText(unseen.length, 'lastInTouchOne', 'lastInTouchOther', unseen[0]?.name ?? '')}
      onAnswer={(when) => void answer(when)}
      onSearch={searchUrl ? () => void acts.attempt(() => openPage(searchUrl)) : undefined}
      onSkip={onDone}
    />
  );
}

/** Whether the page in view has told what it shows since this was first drawn, or had time enough to. */
function usePageHasTold(): boolean {
  const [waits, setWaits] = useState(pageTellsWithinMs);
  useEffect(() => {
    const timer = setTimeout(() => setWaits(0), waits);
    return () => clearTimeout(timer);
  }, [waits]);
  useEffect(() => hearReports(() => setWaits((ms) => Math.min(ms, writtenWithinMs))), []);
  return waits === 0;
}
