import { text } from '@/lib/extension/text';
import { send } from '@/lib/messaging/client';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';

/** Puts everything into one file that the user keeps. */
export function SaveCopyButton({ small = false }: { readonly small?: boolean }) {
  const acts = useActs();
  const save = async () => {
    const copy = await acts.attempt(() => send('saveCopy', { id: newId() }));
    if (!copy) return;
    download(copy.fileName, copy.text);
    acts.tell(text('copySaved', copy.fileName));
  };
  return (
    <button type="button" className={small ? 'button button-small' : 'button'} onClick={() => void save()}>
      {text('saveCopy')}
    </button>
  );
}

function download(fileName: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = fileName;
  link.click();
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
