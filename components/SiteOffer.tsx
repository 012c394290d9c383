import { requestOrigin } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { send } from '@/lib/messaging/client';
import { useActs } from './acts';

interface SiteOfferProps {
  readonly origin: string;
  readonly tabId: number;
  /** Explains itself; else one quiet line. */
  readonly full: boolean;
  readonly onGranted: () => void;
}

/** A site Holdfast may not read yet: says what it would read, and asks the browser in the very click. */
export function SiteOffer({ origin, tabId, full, onGranted }: SiteOfferProps) {
  const acts = useActs();
  const { host } = new URL(origin);
  const use = () => {
    // No await before the request: the browser only accepts it straight from the click.
    const asked = requestOrigin(origin);
    void acts.attempt(async () => {
      if (!(await asked)) return acts.tell(text('siteRefused', host));
      await send('siteGranted', { origin, tabId });
      onGranted();
    });
  };
  if (!full) {
    return (
      <p className="site-line">
        <bdi>{text('siteNotRead', host)}</bdi>{' '}
        <button type="button" className="link-button" onClick={use}>
          {text('siteUse')}
        </button>
      </p>
    );
  }
  return (
    <section className="card">
      <h2>{text('siteNotRead', host)}</h2>
      <p>{text('siteWhat')}</p>
      <button type="button" className="button button-primary" onClick={use}>
        {text('siteUse')}
      </button>
    </section>
  );
}
