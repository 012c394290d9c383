import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BulkPart } from './BulkBar';
import { commandOf } from './keys';
import { useKeys } from './use-keys';

interface WholeKeysOptions {
  /** The people whose lines are drawn, in order. */
  readonly ids: readonly string[];
  readonly list: RefObject<HTMLElement | null>;
  readonly hasSelection: boolean;
  readonly onToggle: (id: string) => void;
  readonly onClear: () => void;
  readonly part: BulkPart | undefined;
  readonly onPart: (part: BulkPart | undefined) => void;
}

/** The keyboard on the whole list: the focus moves from box to box, single keys select and act. */
export function useWholeKeys({ ids, list, hasSelection, onToggle, onClear, part, onPart }: WholeKeysOptions) {
  const { currentId, setActiveId, focusLine, followFocus } = useActiveLine(ids, list);
  const move = (step: number) => {
    const from = currentId === undefined ? 0 : ids.indexOf(currentId);
    const isInList = list.current?.contains(document.activeElement) ?? false;
    focusLine(ids[Math.max(0, Math.min(ids.length - 1, isInList ? from + step : from))]);
  };
  const open = (wanted: BulkPart) => {
    if (!hasSelection && currentId !== undefined) onToggle(currentId);
    onPart(wanted);
  };
  const leave = () => {
    if (!part) return onClear();
    onPart(undefined);
    focusLine(currentId);
  };
  useKeys((event) => {
    const command = commandOf(event);
    const isEscape = event.key === 'Escape' && (part !== undefined || hasSelection);
    if (isEscape) leave();
    else if (currentId === undefined) return;
    else if (command === 'next' || command === 'previous') move(command === 'next' ? 1 : -1);
    else if (command === 'no-reply-needed') onToggle(currentId);
    else if (command === 'open') lineOf(list, currentId)?.querySelector('a')?.click();
    else if (command === 'log' || command === 'snooze' || command === 'skip') open(command);
    else return;
    event.preventDefault();
  });
  return { currentId, setActiveId, followFocus };
}

function lineOf(list: RefObject<HTMLElement | null>, id: string | undefined): HTMLElement | undefined {
  const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-contact]') ?? [])];
  return lines.find((line) => line.dataset.contact === id);
}

/** The line the keyboard stands on. When it leaves the list, the one that took its place follows it. */
function useActiveLine(ids: readonly string[], list: WholeKeysOptions['list']) {
  const [activeId, setActiveId] = useState<string>();
  const lastIndex = useRef(0);
  const wantsFocus = useRef(false);
  const index = activeId === undefined ? -1 : ids.indexOf(activeId);
  const currentId = ids[index >= 0 ? index : Math.min(lastIndex.current, ids.length - 1)];
  useEffect(() => {
    const release = () => {
      wantsFocus.current = false;
    };
    const early = { capture: true };
    document.addEventListener('keydown', release, early);
    document.addEventListener('pointerdown', release, early);
    return () => {
      document.removeEventListener('keydown', release, early);
      document.removeEventListener('pointerdown', release, early);
    };
  }, []);
  const focusLine = (id: string | undefined) => lineOf(list, id)?.querySelector('input')?.focus();
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
    if (!wantsFocus.current || document.activeElement !== document.body) return;
    const box = lineOf(list, currentId)?.querySelector('input');
    (box ?? document.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true });
  });
  return {
    currentId,
    setActiveId,
    focusLine,
    /** What has the focus is about to go: the list takes it over, until the user does something else. */
    followFocus: () => {
      wantsFocus.current = true;
    },
  };
}
