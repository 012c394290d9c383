import { useState } from 'react';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';
import { openCopies } from './CopyLink';
import { Question } from './Question';

const remindAfterLogs = 30;

/** After thirty logs without a copy: one line, and a button. */
export function CopyReminder({ logsSinceCopy }: { readonly logsSinceCopy: number }) {
  const acts = useActs();
  const [later, setLater] = useState(false);
  if (later || logsSinceCopy < remindAfterLogs) return null;
  return (
    <Question
      said={text('copyReminder', logsSinceCopy)}
      yes="saveCopy"
      no="later"
      onAnswer={(isYes) => (isYes ? void acts.attempt(openCopies) : setLater(true))}
    />
  );
}
