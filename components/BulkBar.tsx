import { useEffect, useId, useRef } from 'react';
import type { MessageKey } from '@/lib/core/phrase';
import { text } from '@/lib/extension/text';
import { BulkTray } from './BulkTray';
import type { Bulk } from './use-bulk';
import type { Selection } from './use-selection';
import type { Waiting } from './whole-list';

/** What can be done with everybody who is selected. */
export type BulkPart = 'log' | 'snooze' | 'skip' | 'tag' | 'stage' | 'pause';

const parts: readonly { readonly part: BulkPart; readonly label: MessageKey; readonly shortcut?: string }[] = [
  { part: 'log', label: 'pageLog', shortcut: 'l' },
  { part: 'snooze', label: 'pageSnooze', shortcut: 's' },
  { part: 'skip', label: 'pageSkip', shortcut: 'n' },
  { part: 'tag', label: 'listByTag' },
  { part: 'stage', label: 'fieldStage' },
  { part: 'pause', label: 'pauseContact' },
];

interface BulkBarProps {
  /** Everybody who fits the filter, drawn or not. */
  readonly fitting: readonly Waiting[];
  readonly selection: Selection;
  readonly bulk: Bulk;
  readonly part: BulkPart | undefined;
  readonly onPart: (part: BulkPart | undefined) => void;
}

/** Selects everybody or nobody, and acts on those who are selected; stays in view. */
export function BulkBar({ fitting, selection, bulk, part, onPart }: BulkBarProps) {
  const trayId = useId();
  const isNobody = selection.ids.length === 0;
  const selected = new Set(selection.ids);
  return (
    <section className="whole-bar" aria-label={text('listActs')} aria-busy={bulk.isBusy}>
      <SelectAll total={fitting.length} selection={selection} isBusy={bulk.isBusy} />
      <div className="choices">
        {parts.map(({ part: own, label, shortcut }) => (
          <button
            key={own}
            type="button"
            className="choice"
            disabled={isNobody}
            aria-keyshortcuts={shortcut}
            aria-expanded={part === own}
            aria-controls={part === own ? trayId : undefined}
            onClick={() => onPart(part === own ? undefined : own)}
          >
            {text(label)}
          </button>
        ))}
      </div>
      {part && !isNobody && (
        <div id={trayId} className="whole-tray">
          <BulkTray key={part} part={part} people={fitting.filter((one) => selected.has(one.contact.id))} bulk={bulk} />
        </div>
      )}
    </section>
  );
}

interface SelectAllProps {
  readonly total: number;
  readonly selection: Selection;
  readonly isBusy: boolean;
}

function SelectAll({ total, selection: { ids, selectAll, clear }, isBusy }: SelectAllProps) {
  const box = useRef<HTMLInputElement>(null);
  const isAll = total > 0 && ids.length === total;
  const isSome = ids.length > 0 && !isAll;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <div className="whole-all">
      <label>
        <input ref={box} type="checkbox" checked={isAll} disabled={total === 0} onChange={isAll ? clear : selectAll} />
        {text('listSelectAll')}
      </label>
      <span role="status">{isBusy ? text('listBusy') : ids.length > 0 && text('listSelected', ids.length)}</span>
      {ids.length > 0 && (
        <button type="button" className="link-button" aria-keyshortcuts="Escape" onClick={clear}>
          {text('listClear')}
        </button>
      )}
    </div>
  );
}
