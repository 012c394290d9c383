import { openOwnPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';

/**
 * "Bring back a copy" leads to the settings page, in a tab: Firefox closes a popup as soon as a file dialog opens, and
 * nobody would be left to take the file.
 */
export function CopyLink() {
  const acts = useActs();
  return (
    <button
      type="button"
      className="button"
      onClick={() => void acts.attempt(() => openOwnPage('/options.html#copies'))}
    >
      {text('bringBackCopy')}
    </button>
  );
}
