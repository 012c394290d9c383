import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { countText, numberText, roundNumber, text } from '@/lib/extension/text';
import { ContactRow } from './ContactRow';
import { isRow, keyOfLine, type Line, linesOf, type RowLine } from './lines';
import type { RowDeeds, RowGroup } from './row-view';
import { useRowKeys } from './use-row-keys';

interface AgendaProps {
  readonly groups: readonly RowGroup[];
  readonly deeds: RowDeeds;
  /** What stands above the list and scrolls with it. */
  readonly children?: ReactNode;
  /** The contact on which the keyboard stands at first: the one the user comes back from. */
  readonly startAt?: string;
  /** Asked for when a group holds more than it shows. */
  readonly onMore?: () => void;
  /** Asked for when the user wants to see what can wait. */
  readonly onLater?: () => void;
}

/** More lines than a popup shows at once. */
const firstDrawn = 16;

/** Contacts in groups. Only a part of them is read, and the browser lays out only those in view. */
export function Agenda({ groups, deeds, startAt, children, onMore, onLater }: AgendaProps) {
  const lines = useMemo(() => linesOf(groups), [groups]);
  const list = useRef<HTMLUListElement>(null);
  // What is in view is painted first, the rest after it; who comes back from a contact needs its line at once.
  const isWhole = useDeferredValue(true, startAt !== undefined);
  const { active, current, part, setPart, onFocus } = useRowKeys({ lines, deeds, list, startAt });
  const draw = (line: Line) => {
    if (!isRow(line)) return <GroupLine line={line} onPress={line.kind === 'later' ? onLater : onMore} />;
    const { row } = line;
    return (
      <ContactRow
        row={row}
        deeds={deeds}
        active={row === active}
        reachable={row === current}
        part={part?.contactId === row.contactId ? part.part : undefined}
        onPart={(next) => setPart(next && { contactId: row.contactId, part: next })}
      />
    );
  };
  return (
    <>
      {children}
      <ul ref={list} className="agenda" onFocus={onFocus}>
        {(isWhole ? lines : lines.slice(0, firstDrawn)).map((line) => {
          const counted = isRow(line) ? line : undefined;
          return (
            <li
              key={keyOfLine(line)}
              aria-posinset={counted?.place}
              aria-setsize={counted?.group.capped ? -1 : counted?.group.total}
            >
              {draw(line)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface GroupLineProps {
  readonly line: Exclude<Line, RowLine>;
  readonly onPress?: () => void;
}

function GroupLine({ line: { kind, group }, onPress }: GroupLineProps) {
  if (kind === 'title') {
    return (
      <h2 className="group-title">
        {group.title} <span className="count">{numberText(group.total, group.capped)}</span>
      </h2>
    );
  }
  return (
    <button type="button" className="more-button" onClick={onPress}>
      {kind === 'later' ? laterText(group) : moreText(group)}
    </button>
  );
}

function moreText({ capped, total, rows }: RowGroup): string {
  return capped ? text('showMore') : text('showMoreLeft', total - rows.length);
}

function laterText({ later: { count, capped } = { count: 0, capped: false } }: RowGroup): string {
  return capped ? text('laterAtLeast', roundNumber(count)) : countText(count, 'laterOne', 'laterOther');
}
