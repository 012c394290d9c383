import type { Cadence } from '@/lib/core/model';

/** What the user chose for a cadence before it is saved. */
export interface CadenceDraft {
  readonly from: 'inherited' | 'own' | 'none';
  /** Digits; of use where `from` is `own`. */
  readonly days: string;
}

export function draftOfCadence(cadence: Cadence | undefined): CadenceDraft {
  if (cadence === undefined) return { from: 'inherited', days: '' };
  return cadence === 'none' ? { from: 'none', days: '' } : { from: 'own', days: String(cadence) };
}

/** The cadence to store; `null`: inherited. */
export function cadenceIn({ from, days }: CadenceDraft): Cadence | null {
  if (from === 'none') return 'none';
  return from === 'own' ? Number(days) || null : null;
}
