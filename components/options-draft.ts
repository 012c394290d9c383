import { useState } from 'react';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { useActs } from './acts';

/** What a part of the settings page may change. */
export type SettingsChange = Omit<RequestOf<'changeSettings'>, 'id'>;

/** Stores a change at once; `true` once it stands. A refusal has then been said. */
export function useChange(): (change: SettingsChange) => Promise<boolean> {
  const acts = useActs();
  return async (change) => (await acts.run('changeSettings', { id: newId(), ...change })) !== undefined;
}

/** What was typed over what is stored. */
export interface Draft<T> {
  readonly values: T;
  readonly isTyped: boolean;
  readonly type: (more: Partial<T>) => void;
  readonly discard: () => void;
}

/** What was typed stays until it is saved or discarded, whatever changes meanwhile; the rest follows what is stored. */
export function useDraft<T extends object>(stored: T): Draft<T> {
  const [typed, setTyped] = useState<Partial<T>>({});
  const values = { ...stored, ...typed };
  return {
    values,
    isTyped: JSON.stringify(values) !== JSON.stringify(stored),
    type: (more) => setTyped((before) => ({ ...before, ...more })),
    discard: () => setTyped({}),
  };
}
