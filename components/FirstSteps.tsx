import { openPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { StateNote } from './StateNote';

/** Nobody is tracked yet: the one thing to do. */
export function FirstSteps({ onAdd }: { readonly onAdd: () => void }) {
  const open = (
    <>
      <button type="button" className="button button-primary" onClick={() => void openPage('https://mail.google.com/')}>
        {text('openMailbox')}
      </button>
      <button type="button" className="button" onClick={onAdd}>
        {text('addByHand')}
      </button>
    </>
  );
  return (
    <StateNote title={text('firstTitle')} action={open}>
      <p>{text('firstText')}</p>
    </StateNote>
  );
}
