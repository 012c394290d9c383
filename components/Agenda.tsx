import {
  createContext,
  Fragment,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useContext,
  useMemo,
  useRef,
} from 'react';
import { type CustomItemComponentProps, Virtualizer, type VirtualizerHandle } from 'virtua';
import { countText, text } from '@/lib/extension/text';
import { ContactRow } from './ContactRow';
import { isRow, keyOfLine, type Line, linesOf, type RowLine } from './lines';
import type { RowDeeds, RowGroup } from './row-view';
import { useHeight } from './use-height';
import { useRowKeys } from './use-row-keys';

interface AgendaProps {
  readonly groups: readonly RowGroup[];
  readonly deeds: RowDeeds;
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** What stands above the list and scrolls with it. */
  readonly children?: ReactNode;
  /** The contact on which the keyboard stands at first: the one the user comes back from. */
  readonly startAt?: string;
  /** Asked for when a group holds more than it shows. */
  readonly onMore?: () => void;
  /** Asked for when the user wants to see what can wait. */
  readonly onLater?: () => void;
}

const LinesContext = createContext<readonly Line[]>([]);

/** Contacts in groups; draws only the lines in view, so a hundred thousand cost no more than ten. */
export function Agenda({ groups, deeds, scroller, startAt, children, onMore, onLater }: AgendaProps) {
  const lines = useMemo(() => linesOf(groups), [groups]);
  const handle = useRef<VirtualizerHandle>(null);
  const list = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const startMargin = useHeight(above);
  const { active, current, part, setPart, onFocus, takeFocus } = useRowKeys({ lines, deeds, handle, list, startAt });
  const draw = (line: Line) => {
    if (!isRow(line)) return <GroupLine line={line} onPress={line.kind === 'later' ? onLater : onMore} />;
    const { row } = line;
    return (
      <ContactRow
        row={row}
        deeds={deeds}
        active={row === active}
        reachable={row === current}
        nameRef={row === active ? takeFocus : undefined}
        part={part?.contactId === row.contactId ? part.part : undefined}
        onPart={(next) => setPart(next && { contactId: row.contactId, part: next })}
      />
    );
  };
  return (
    <>
      <div ref={above}>{children}</div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list only notices which line has the focus */}
      <div ref={list} className="agenda" onFocus={onFocus}>
        <LineList
          lines={lines}
          draw={draw}
          handle={handle}
          scroller={scroller}
          startMargin={startMargin}
          kept={lines.findIndex((line) => isRow(line) && line.row === active)}
        />
      </div>
    </>
  );
}

interface LineListProps {
  readonly lines: readonly Line[];
  readonly draw: (line: Line) => ReactElement;
  readonly handle: RefObject<VirtualizerHandle | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly startMargin: number;
  /** Index of a line that stays drawn out of view, because it has the focus; -1: none. */
  readonly kept: number;
}

function LineList({ lines, draw, handle, scroller, startMargin, kept }: LineListProps) {
  return (
    <LinesContext value={lines}>
      <Virtualizer
        ref={handle}
        as="ul"
        item={Item}
        data={lines}
        scrollRef={scroller}
        startMargin={startMargin}
        keepMounted={kept >= 0 ? [kept] : undefined}
      >
        {(line) => <Fragment key={keyOfLine(line)}>{draw(line)}</Fragment>}
      </Virtualizer>
    </LinesContext>
  );
}

/** Only some lines exist at a time, so each says which of how many it is. */
function Item({ style, index, children, ref }: CustomItemComponentProps) {
  const line = useContext(LinesContext)[index];
  const counted = line && isRow(line) ? line : undefined;
  return (
    <li
      ref={ref}
      style={style}
      aria-posinset={counted?.place}
      aria-setsize={counted?.group.capped ? -1 : counted?.group.total}
    >
      {children}
    </li>
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
        {group.title} <span className="count">{text(group.capped ? 'atLeast' : 'number', group.total)}</span>
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
  return capped ? text('laterAtLeast', count) : countText(count, 'laterOne', 'laterOther');
}
