import { openSidePanel } from '@/lib/extension/side-panel';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';

/** Puts the card beside whatever page comes next. */
export function SidePanelButton() {
  const acts = useActs();
  const open = () => {
    // No await before it: the browser only accepts it straight from the click.
    const opened = openSidePanel();
    void acts.attempt(() => opened);
  };
  return (
    <button type="button" className="link-button tab-tool" onClick={open}>
      {text(import.meta.env.BROWSER === 'firefox' ? 'sideOpenBar' : 'sideOpen')}
    </button>
  );
}
