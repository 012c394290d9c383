import { useEffect, useState } from 'react';
import { useActs } from './acts';

export interface HeldCard {
  /** Whose card to show. */
  readonly contactId: string | undefined;
  /** The page in front has gone on; this card stays because of what is being written there. */
  readonly isHeld: boolean;
  /** Something was typed into the card and is not saved. */
  readonly isWriting: boolean;
  /** Something was typed into the card. */
  readonly onInput: () => void;
  /** Lets the card go, with what was typed. */
  readonly letGo: () => void;
}

/** Pages come and go by themselves, so a card somebody writes into stays until that was saved or is let go. */
export function useHeldCard(wanted: string | undefined): HeldCard {
  const { notice } = useActs();
  const [held, setHeld] = useState<string>();
  useEffect(() => {
    if (notice && !notice.failed) setHeld(undefined);
  }, [notice]);
  const contactId = held ?? wanted;
  return {
    contactId,
    isHeld: contactId !== wanted,
    isWriting: held !== undefined,
    onInput: () => setHeld(contactId),
    letGo: () => setHeld(undefined),
  };
}
