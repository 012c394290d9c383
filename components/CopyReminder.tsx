import { useState } from 'react';
import { text } from '@/lib/extension/text';
import { SaveCopyButton } from './SaveCopyButton';

const remindAfterLogs = 30;

/** After thirty logs without a copy: one line, and a button. */
export function CopyReminder({ logsSinceCopy }: { readonly logsSinceCopy: number }) {
  const [later, setLater] = useState(false);
  if (later || logsSinceCopy < remindAfterLogs) return null;
  return (
    <section className="strip" aria-label={text('saveCopy')}>
      <p>{text('copyReminder', logsSinceCopy)}</p>
      <SaveCopyButton small />
      <button type="button" className="link-button" onClick={() => setLater(true)}>
        {text('later')}
      </button>
    </section>
  );
}
