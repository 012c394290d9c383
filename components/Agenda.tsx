import { createContext, type ReactNode, type RefObject, useContext, useMemo, useRef, useState } from 'react';
import { type CustomItemComponentProps, Virtualizer, type VirtualizerHandle } from 'virtua';
import { text } from '@/lib/extension/text';
import { ContactRow } from './ContactRow';
import { isRow, keyOfLine, type Line, linesOf, type RowLine } from './lines';
import type { RowDeeds, RowGroup } from './row-view';
import { useHeight } from './use-height';
import { contactOfFocus, type OpenPart, useRowKeys } from './use-row-keys';

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
}

const LinesContext = createContext<readonly Line[]>([]);

/** Contacts in groups; draws only the lines in view, so a hundred thousand cost no more than ten. */
export function Agenda({ groups, deeds, scroller, startAt, children, onMore }: AgendaProps) {
  const lines = useMemo(() => linesOf(groups), [groups]);
  const handle = useRef<VirtualizerHandle>(null);
  const list = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const startMargin = useHeight(above);
  const [part, setPart] = useState<OpenPart>();
  const { active, current, setActiveId, takeFocus } = useRowKeys({
    lines,
    deeds,
    handle,
    list,
    part,
    setPart,
    startAt,
  });
  const activeLine = lines.findIndex((line) => isRow(line) && line.row === active);
  const drawRow = (line: RowLine) => (
    <ContactRow
      row={line.row}
      deeds={deeds}
      active={line.row === active}
      reachable={line.row === current}
      nameRef={line.row === active ? takeFocus : undefined}
      part={part?.contactId === line.row.contactId ? part.part : undefined}
      onPart={(next) => setPart(next && { contactId: line.row.contactId, part: next })}
    />
  );
  return (
    <>
      <div ref={above}>{children}</div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list only notices which line has the focus */}
      <div
        ref={list}
        className="agenda"
        onFocus={(event) => {
          const contactId = contactOfFocus(event);
          if (contactId) setActiveId(contactId);
        }}
      >
        <LinesContext value={lines}>
          <Virtualizer
            ref={handle}
            as="ul"
            item={Item}
            data={lines}
            scrollRef={scroller}
            startMargin={startMargin}
            keepMounted={activeLine >= 0 ? [activeLine] : undefined}
          >
            {(line) => (
              <LineView key={keyOfLine(line)} line={line} onMore={onMore}>
                {isRow(line) && drawRow(line)}
              </LineView>
            )}
          </Virtualizer>
        </LinesContext>
      </div>
    </>
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

interface LineViewProps {
  readonly line: Line;
  readonly onMore?: () => void;
  readonly children: ReactNode;
}

function LineView({ line, onMore, children }: LineViewProps) {
  if (line.kind === 'title') {
    return (
      <h2 className="group-title">
        {line.group.title}{' '}
        <span className="count">{text(line.group.capped ? 'atLeast' : 'number', line.group.total)}</span>
      </h2>
    );
  }
  if (line.kind === 'more') {
    return (
      <button type="button" className="more-button" onClick={onMore}>
        {line.group.capped ? text('showMore') : text('showMoreLeft', line.left)}
      </button>
    );
  }
  return children;
}
