import { useRef, useState } from 'react';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { useActs } from './acts';
import type { Selection } from './use-selection';

export type BulkWhat = RequestOf<'bulk'>['what'];

/** As many as one message may be about; more are done part by part, and taken back as one. */
const most = 200;

/** What is done with everybody who is selected. */
export interface Bulk {
  readonly isBusy: boolean;
  /** `ids`: only with these. */
  readonly run: (what: BulkWhat, ids?: readonly string[]) => Promise<void>;
}

/** Acts on a selection of any size: said once, taken back by one undo. */
export function useBulk(selection: Selection): Bulk {
  const acts = useActs();
  const running = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const run: Bulk['run'] = async (what, ids = selection.ids) => {
    if (running.current || ids.length === 0) return;
    running.current = true;
    setBusy(true);
    const total = ids.length;
    const requests = Array.from({ length: Math.ceil(total / most) }, (_, part) => {
      return { id: newId(), contactIds: ids.slice(part * most, (part + 1) * most), what, total };
    });
    const isDone = await acts.runAll('bulk', requests);
    if (isDone && endsTheWait(what)) selection.drop(ids);
    running.current = false;
    setBusy(false);
  };
  return { isBusy, run };
}

/** Who is tagged or moved to another stage may be wanted once more. */
export function endsTheWait({ do: deed }: BulkWhat): boolean {
  return deed === 'log' || deed === 'snooze' || deed === 'skip' || deed === 'pause';
}
