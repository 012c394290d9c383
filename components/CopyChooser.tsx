import type { ChangeEvent } from 'react';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';

/** "Bring back a copy": chooses the saved file. */
export function CopyChooser({ onChosen }: { readonly onChosen: (content: string) => void }) {
  const acts = useActs();
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const content = await acts.attempt(async () => target.files?.[0]?.text());
    // So that the same file can be chosen again.
    target.value = '';
    if (content !== undefined) onChosen(content);
  };
  return (
    <label className="button file-button">
      {text('bringBackCopy')}
      <input type="file" accept="application/json,.json" onChange={(event) => void choose(event)} />
    </label>
  );
}
