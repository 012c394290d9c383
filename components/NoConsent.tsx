import { openOwnPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { Bar } from './Bar';
import { Frame } from './Frame';
import { StateNote } from './StateNote';

/** Nothing is read before the user has said so; the first-run page asks. */
export function NoConsent() {
  const begin = (
    <button type="button" className="button button-primary" onClick={() => void openOwnPage('/welcome.html')}>
      {text('noConsentOpen')}
    </button>
  );
  return (
    <Frame head={<Bar title={text('extensionName')} />}>
      <StateNote title={text('noConsentTitle')} action={begin}>
        <p>{text('noConsentText')}</p>
      </StateNote>
    </Frame>
  );
}
