import { text } from '@/lib/extension/text';
import { send } from '@/lib/messaging/client';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { CopyChooser } from './CopyChooser';

/** Where the data is damaged: a saved copy in place of it. */
export function CopyRescue({ onRepaired }: { readonly onRepaired: () => void }) {
  const acts = useActs();
  const bringBack = async (copy: string) => {
    // Checked before the empty database is made: a wrong file must not cost the choice of the snapshot.
    if (!looksLikeCopy(copy)) return acts.tell(text('copyNotOurs'));
    if (!(await acts.run('repair', { id: newId(), choice: 'start-empty' }))) return;
    const report = await acts.attempt(() => send('bringBackCopy', { id: newId(), text: copy, dryRun: false }));
    if (report) acts.tell(report.text);
    onRepaired();
  };
  return <CopyChooser onChosen={(copy) => void bringBack(copy)} />;
}

/** The background reads it in full; this only tells a copy from a photo. */
function looksLikeCopy(content: string): boolean {
  try {
    const parsed: unknown = JSON.parse(content);
    return typeof parsed === 'object' && parsed !== null && 'format' in parsed && parsed.format === 'holdfast-copy';
  } catch {
    return false;
  }
}
