import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { openPage } from '@/lib/extension/tabs';
import { countText, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { useDatabase } from './database-context';
import { LastInTouch, type LastTouch } from './LastInTouch';
import { readLinks, unseenAmong } from './queries';

interface NewcomersProps {
  /** Just tracked from the page in view. */
  readonly contactIds: readonly string[];
  /** Everybody was seen or told of, or the user skips. */
  readonly onDone: () => void;
}

/** Open pages hear of a change within a tenth of a second and tell at once what they show; a busy machine takes longer. */
const pageTellsWithinMs = 1_000;

/** "Last in touch?" about those of whom the page shows no mail: it may tell first, and may still tell later. */
export function Newcomers({ contactIds, onDone }: NewcomersProps) {
  const db = useDatabase();
  const acts = useActs();
  const unseen = useLiveQuery(() => unseenAmong(db, contactIds), [db, contactIds]);
  const [mayAsk, setMayAsk] = useState(false);
  const only = unseen?.length === 1 ? unseen[0]?.id : undefined;
  const links = useLiveQuery(async () => (only ? readLinks(db, only) : undefined), [db, only]);
  const nobody = unseen?.length === 0;
  useEffect(() => {
    const timer = setTimeout(() => setMayAsk(true), pageTellsWithinMs);
    return () => clearTimeout(timer);
  }, []);
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
