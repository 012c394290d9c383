import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';

/** Turns Holdfast off on the site of that origin, or on again. */
export function SiteSwitch({ origin, isOff }: { readonly origin: string; readonly isOff: boolean }) {
  const acts = useActs();
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => void acts.run('turnSite', { id: newId(), origin, isOff: !isOff })}
    >
      {text(isOff ? 'siteTurnOnAt' : 'siteTurnOffAt', new URL(origin).host)}
    </button>
  );
}
