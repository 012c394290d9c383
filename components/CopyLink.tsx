import { openOwnPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';

/**
 * Copies are saved and brought back on the settings page, in a tab: Firefox closes a popup as soon as a file dialog opens,
 * and nobody would be left to take the file.
 */
export const openCopies = () => openOwnPage('/options.html#copies');

export function CopyLink({ label }: { readonly label: 'saveCopy' | 'bringBackCopy' | 'troubleOtherWays' }) {
  const acts = useActs();
  return (
    <button type="button" className="button" onClick={() => void acts.attempt(openCopies)}>
      {text(label)}
    </button>
  );
}
