import { useCallback } from 'react';
import { text } from '@/lib/extension/text';
import { send } from '@/lib/messaging/client';
import { useActs } from './acts';

/** Puts a text into the mail that is being written; the subject is that of a new mail. */
export type Insert = (words: string, subject?: string) => void;

/**
 * Puts texts for that contact into the mail that is being written, or into a new one, and says which it was. Where
 * neither can be done, the text is copied. Nothing is ever sent.
 */
export function useInsert(contactId: string): Insert {
  const { attempt, tell } = useActs();
  return useCallback(
    (words, subject) => {
      void attempt(async () => {
        const about = subject === undefined || subject === '' ? {} : { subject };
        const { inserted, where } = await send('insertText', { contactId, text: words, ...about });
        if (inserted) return tell(text(where === 'editor' ? 'insertedEditor' : 'insertedCompose'));
        if (!(await copyText(words))) return tell(text('caseNotCopied'));
        return tell(text(where === 'compose' ? 'copiedForCompose' : 'copiedForNowhere'));
      });
    },
    [contactId, attempt, tell],
  );
}

/** `false`: the browser did not let it be copied. */
export async function copyText(words: string): Promise<boolean> {
  return navigator.clipboard.writeText(words).then(
    () => true,
    () => false,
  );
}
