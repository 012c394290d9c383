import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useMemo,
  useState,
} from 'react';
import { text } from '@/lib/extension/text';
import { ExtensionGone, MessageError, send } from '@/lib/messaging/client';
import { newId } from '@/lib/messaging/new-id';
import type { ActReply, MessageName, RequestOf, ResponseOf } from '@/lib/messaging/protocol';

/** Messages that do something the user can take back. */
export type ActName = {
  [N in MessageName]: ActReply extends ResponseOf<N> ? (ResponseOf<N> extends ActReply ? N : never) : never;
}[MessageName];

/** What the foot of the page says about the last act. */
export interface Notice {
  readonly text: string;
  readonly failed: boolean;
  /** Whether "Undo" takes it back. */
  readonly undoable: boolean;
}

export interface Acts {
  readonly notice: Notice | undefined;
  /** Carries the act out and says what happened; `undefined` where it failed, which has then been said too. */
  run<N extends ActName>(name: N, request: RequestOf<N> & { readonly id: string }): Promise<ActReply | undefined>;
  /**
   * The same for several of a kind; said, and taken back, as one. Without `said`: in the words of the last reply.
   * `false`: not all of them could be carried out.
   */
  runAll<N extends ActName>(
    name: N,
    requests: readonly (RequestOf<N> & { readonly id: string })[],
    said?: string,
  ): Promise<boolean>;
  /** Says something in passing. */
  tell(text: string): void;
  /** Runs any other request and says so when it fails. */
  attempt<T>(task: () => Promise<T>): Promise<T | undefined>;
  /** Takes the newest act of this page back, if there is one. */
  undoLast(): Promise<void>;
  dismiss(): void;
}

const ActsContext = createContext<Acts | undefined>(undefined);

/** Acts of the page around; every button that changes something goes through here. */
export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('useActs needs an ActsProvider around it');
  return acts;
}

export function ActsProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const acts = useMemo(() => actsTelling(setNotice), []);
  const value = useMemo<Acts>(() => ({ ...acts, notice }), [acts, notice]);
  return <ActsContext value={value}>{children}</ActsContext>;
}

type SetNotice = Dispatch<SetStateAction<Notice | undefined>>;

function actsTelling(setNotice: SetNotice): Omit<Acts, 'notice'> {
  const attempt = attemptTelling(setNotice);
  let newest: readonly string[] = [];
  let last: Promise<unknown> | undefined;
  const keep = <T,>(running: Promise<T>) => {
    last = running;
    return running;
  };
  const say = (said: string, actIds: readonly string[]) => {
    newest = actIds;
    setNotice({ text: said, failed: false, undoable: actIds.length > 0 });
  };
  const runOne: Acts['run'] = async (name, request) => {
    const reply = await attempt<ActReply>(() => send(name, request));
    if (reply) say(reply.text, final.has(name) ? [] : [request.id]);
    return reply;
  };
  const runSeveral: Acts['runAll'] = async (name, requests, said) => {
    const done: string[] = [];
    let reached = '';
    newest = [];
    for (const request of requests) {
      const reply = await attempt<ActReply>(() => send(name, request));
      if (!reply) continue;
      done.push(request.id);
      reached = reply.text;
    }
    const isWhole = done.length === requests.length;
    const undoable = final.has(name) ? [] : done;
    newest = undoable;
    if (isWhole) say(said ?? reached, undoable);
    // What went wrong stays said; the part that was done can be taken back.
    else setNotice((now) => now && { ...now, undoable: undoable.length > 0 });
    return isWhole;
  };
  const run: Acts['run'] = (name, request) => keep(runOne(name, request));
  const runAll: Acts['runAll'] = (name, requests, said) => keep(runSeveral(name, requests, said));
  const undoLast = async () => {
    // What was done just now shows before its reply is here.
    await last;
    const requests = newest.toReversed().map((actId) => ({ id: newId(), actId }));
    if (requests.length > 0) await runAll('undo', requests);
  };
  return { attempt, run, runAll, undoLast, tell: (said) => say(said, []), dismiss: () => setNotice(undefined) };
}

function attemptTelling(setNotice: SetNotice): Acts['attempt'] {
  return async (task) => {
    try {
      return await task();
    } catch (error) {
      setNotice({ text: failureText(error), failed: true, undoable: false });
      return undefined;
    }
  };
}

/** Acts that cannot be taken back. */
const final: ReadonlySet<ActName> = new Set(['undo', 'repair', 'giveConsent']);

/** An error in plain words: what happened, and that nothing was changed. */
export function failureText(error: unknown): string {
  if (error instanceof MessageError) return text(error.key);
  return text(error instanceof ExtensionGone ? 'errorExtensionUpdated' : 'errorUnexpected');
}
