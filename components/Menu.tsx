import type { Settings } from '@/lib/core/settings';
import { openOptions } from '@/lib/extension/tabs';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { CopyLink } from './CopyLink';
import { KeyHelp } from './KeyHelp';
import { useMoment } from './moment';

const hourMs = 3_600_000;

interface MenuProps {
  readonly settings: Settings;
  readonly onWelcome: () => void;
}

/** Everything that is not today's list: copies, badges, settings, keys. */
export function Menu({ settings, onWelcome }: MenuProps) {
  const { now } = useMoment();
  const acts = useActs();
  const hidden = settings.badgesHiddenUntilAt !== undefined && settings.badgesHiddenUntilAt > now;
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
      </section>
      <section className="panel-part">
        <h2>{text('menuSettings')}</h2>
        <p className="quiet">{text('menuSettingsWhy')}</p>
        <button type="button" className="button" onClick={() => void acts.attempt(openOptions)}>
          {text('menuAllSettings')}
        </button>
      </section>
      <section className="panel-part" id="keys">
        <h2>{text('menuKeys')}</h2>
        <KeyHelp />
      </section>
      <section className="panel-part">
        <h2>{text('menuAbout')}</h2>
        <button type="button" className="link-button" onClick={onWelcome}>
          {text('whatHoldfastKeeps')}
        </button>
      </section>
    </div>
  );
}
