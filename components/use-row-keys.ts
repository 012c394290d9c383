import { type FocusEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { RowPart } from './ContactRow';
import { type Command, commandOf, logKindOf } from './keys';
import { isRow, type Line } from './lines';
import type { RowDeeds, RowView } from './row-view';
import { useKeys } from './use-keys';

export interface OpenPart {
  readonly contactId: string;
  readonly part: RowPart;
}

interface RowKeysOptions {
  readonly lines: readonly Line[];
  readonly deeds: RowDeeds;
  readonly list: RefObject<HTMLElement | null>;
  readonly startAt: string | undefined;
}

/** The keyboard on the list: one line is active, single keys act on it, and the focus stays with it. */
export function useRowKeys({ lines, deeds, list, startAt }: RowKeysOptions) {
  const [part, setPart] = useState<OpenPart>();
  const rows = lines.filter(isRow).map((line) => line.row);
  const { active, setActiveId, focusRow } = useActiveRow(rows, list, startAt);
  const current = active ?? rows[0];

  const move = (step: number) => {
    const from = active ? rows.indexOf(active) : -1;
    const next = rows[Math.max(0, Math.min(rows.length - 1, from + step))];
    if (!next) return;
    setPart(undefined);
    focusRow(next);
  };
  const close = (row: RowView) => {
    setPart(undefined);
    focusRow(row);
  };
  const runCommand = (command: Command, row: RowView): boolean => {
    if (command === 'next' || command === 'previous') move(command === 'next' ? 1 : -1);
    else if (command === 'write' && row.step.act !== 'call') deeds.takeStep(row);
    else if (command === 'open') deeds.open(row);
    else if (command === 'no-reply-needed' && row.owedInteractionId) deeds.noReplyNeeded(row);
    else if (command === 'log' || command === 'snooze' || command === 'write' || (command === 'skip' && row.canSkip)) {
      setActiveId(row.contactId);
      setPart({ contactId: row.contactId, part: command === 'write' ? 'log' : command });
    } else return false;
    return true;
  };
  useKeys((event) => {
    const opened = part && rows.find((row) => row.contactId === part.contactId);
    const kind = opened && part?.part === 'log' ? logKindOf(event) : undefined;
    const command = commandOf(event);
    if (opened && kind) deeds.log(opened, kind);
    if (opened && (kind || event.key === 'Escape')) close(opened);
    else if (!current || !command || !runCommand(command, current)) return;
    event.preventDefault();
  });
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const contactId = contactOfFocus(event);
    if (contactId) setActiveId(contactId);
  };
  return { active, current, part, setPart, onFocus };
}

/** Which row the keyboard stands on. When it leaves the list, the one that took its place follows it. */
function useActiveRow(rows: readonly RowView[], list: RowKeysOptions['list'], startAt: string | undefined) {
  const [activeId, setActiveId] = useState(startAt);
  const lastIndex = useRef(0);
  const wantsFocus = useRef(startAt !== undefined);
  const found = rows.findIndex((row) => row.contactId === activeId);
  const index = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  const active = activeId === undefined ? undefined : rows[index];
  useEffect(() => {
    if (!active) return;
    lastIndex.current = index;
    if (active.contactId !== activeId) {
      setActiveId(active.contactId);
      // The row that had the focus is gone, and the focus with it.
      if (document.activeElement === document.body) wantsFocus.current = true;
    }
    const name = list.current?.querySelector<HTMLElement>('.row-active .row-name');
    if (!name || !wantsFocus.current) return;
    wantsFocus.current = false;
    name.focus({ preventScroll: true });
    name.closest('li')?.scrollIntoView({ block: 'nearest' });
  });
  const focusRow = (row: RowView) => {
    wantsFocus.current = true;
    setActiveId(row.contactId);
  };
  return { active, setActiveId, focusRow };
}

/** The contact of the line in which the focus has arrived by keyboard; a mouse press must not move the line under it. */
function contactOfFocus(event: FocusEvent<HTMLElement>): string | undefined {
  if (!event.target.matches(':focus-visible')) return undefined;
  const row = event.target.closest('[data-contact]');
  return row?.getAttribute('data-contact') ?? undefined;
}
