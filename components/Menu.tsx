import { useEffect, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { isTurnedOff } from '@/lib/core/site-switch';
import { activePage, openOptions, openOwnPage } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { CopyLink } from './CopyLink';
import { useMoment } from './moment';
import { SiteSwitch } from './SiteSwitch';

const hourMs = 3_600_000;

/** Everything that is not today's list: copies, badges, and the way to settings and keys. */
export function Menu({ settings }: { readonly settings: Settings }) {
  const { now } = useMoment();
  const acts = useActs();
  const hidden = settings.badgesHiddenUntilAt !== undefined && settings.badgesHiddenUntilAt > now;
  const [origin, setOrigin] = useState<string>();
  useEffect(
    () =>
      void activePage().then(
        (page) => setOrigin(page?.granted ? page.origin : undefined),
        () => undefined,
      ),
    [],
  );
  const untilAt = hidden ? undefined : now + hourMs;
  return (
    <div className="panel">
      <section className="panel-part">
        <h2>{text('menuCopies')}</h2>
        <p className="quiet">{text('menuCopiesWhy')}</p>
        <div className="buttons">
          <CopyLink label="saveCopy" />
          <CopyLink label="bringBackCopy" />
        </div>
      </section>
      <section className="panel-part">
        <h2>{text('menuBadges')}</h2>
        <p className="quiet">{text('menuBadgesWhy')}</p>
        <button type="button" className="button" onClick={() => void acts.run('hideBadges', { id: newId(), untilAt })}>
          {text(hidden ? 'showBadges' : 'pageHide')}
        </button>
        {origin && <SiteSwitch origin={origin} isOff={isTurnedOff(settings.offOrigins, origin)} />}
      </section>
      <section className="panel-part">
        <h2>{text('menuSettings')}</h2>
        <div className="buttons">
          <button type="button" className="button" onClick={() => void acts.attempt(openOptions)}>
            {text('menuAllSettings')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => void acts.attempt(() => openOwnPage('/options.html#keys'))}
          >
            {text('menuKeys')}
          </button>
        </div>
      </section>
    </div>
  );
}
