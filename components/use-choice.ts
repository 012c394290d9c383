import { useEffect, useState } from 'react';
import { hearWantedCard } from '@/lib/extension/side-panel';
import type { RowView } from './row-view';

/** What the user has asked to see; without a contact: the list. */
interface Choice {
  readonly contactId?: string;
}

/**
 * Whose card to show: the one contact on the page; of several the one the user chose, or the one whose mail is open
 * beside a list. `people`: `undefined` where the page does not tell, which shows nobody. Only a page that surely
 * (`isSure`) shows others, or another open mail, ends a choice. `choose` without a contact asks for the list.
 */
export function useChoice(people: readonly RowView[] | undefined, openIds: readonly string[], isSure: boolean) {
  const [choice, setChoice] = useState<Choice>();
  const [lastOpen, setLastOpen] = useState<string>();
  const isHere = (id: string | undefined) => people?.some(({ contactId }) => contactId === id) === true;
  const chosen = choice?.contactId;
  if (people && isSure) {
    const open = openIds.join(' ');
    const isOther = lastOpen !== undefined && lastOpen !== open;
    if (lastOpen !== open) setLastOpen(open);
    const isOver = isOther && (chosen === undefined || (openIds.length > 0 && !openIds.includes(chosen)));
    const isGone = chosen !== undefined && !isHere(chosen);
    if (choice && (isOver || isGone)) setChoice(undefined);
  }
  useEffect(() => hearWantedCard((contactId) => setChoice({ contactId })), []);
  const [only, another] = people ?? [];
  const [open, anotherOpen] = openIds.filter(isHere);
  const byPage = another ? (anotherOpen === undefined ? open : undefined) : only?.contactId;
  const byUser = isHere(chosen) ? chosen : undefined;
  const contactId = choice && another ? byUser : byPage;
  return [contactId, (wanted?: string) => setChoice({ contactId: wanted })] as const;
}
