import { text } from '@/lib/extension/text';
import { send } from '@/lib/messaging/client';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { download } from './download';

/** Puts everything into one file that the user keeps. */
export function SaveCopyButton() {
  const acts = useActs();
  const save = async () => {
    const copy = await acts.attempt(() => send('saveCopy', { id: newId() }));
    if (!copy) return;
    download(copy.fileName, copy.text, 'application/json');
    acts.tell(text('copySaved', copy.fileName));
  };
  return (
    <button type="button" className="button" onClick={() => void save()}>
      {text('saveCopy')}
    </button>
  );
}
