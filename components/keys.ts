import type { TouchKind } from '@/lib/core/model';

/** What a single key asks for. */
export type Command =
  | 'write'
  | 'log'
  | 'no-reply-needed'
  | 'snooze'
  | 'skip'
  | 'open'
  | 'search'
  | 'next'
  | 'previous'
  | 'undo'
  | 'help';

const commands: Readonly<Record<string, Command | undefined>> = {
  m: 'write',
  l: 'log',
  x: 'no-reply-needed',
  s: 'snooze',
  n: 'skip',
  o: 'open',
  '/': 'search',
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  z: 'undo',
  '?': 'help',
};

export type LogKind = Exclude<TouchKind, 'baseline'>;

/** The keys after `l`. The kinds without one are offered where there is room (`MoreLogChoices`). */
export const logKeys = { c: 'call', e: 'meeting', m: 'mail', t: 'chat' } as const satisfies Record<string, LogKind>;

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly target: EventTarget | null;
}

/** The command of a key press; `undefined` while somebody types or holds a modifier. */
export function commandOf(event: Pressed): Command | undefined {
  return isPlain(event) ? commands[event.key] : undefined;
}

/** What to log, once `l` was pressed. */
export function logKindOf(event: Pressed): LogKind | undefined {
  const found = Object.entries(logKeys).find(([key]) => key === event.key);
  return found && isPlain(event) ? found[1] : undefined;
}

function isPlain(event: Pressed): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !isTyping(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
