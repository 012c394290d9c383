import { useCallback, useEffect, useState } from 'react';
import type { Settings } from '@/lib/core/settings';
import { isSameSite, isTurnedOff } from '@/lib/core/site-switch';
import { giveUpOrigin, type ReadableOrigin, readableOrigins } from '@/lib/extension/readable-origins';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { Switch } from './OptionsFields';
import { OptionsPart } from './OptionsPart';
import { SiteHealth, useHealth } from './SiteHealth';

/** Where Holdfast may read, with a switch for each site, and a way to take the permission back. */
export function OptionsSites({ settings }: { readonly settings: Settings }) {
  const acts = useActs();
  const { sites, again } = useReadableOrigins();
  const views = useHealth();
  const turn = (origin: string, isOn: boolean) => acts.run('turnSite', { id: newId(), origin, isOff: !isOn });
  const giveUp = ({ pattern, host }: ReadableOrigin) =>
    acts.attempt(async () => {
      await giveUpOrigin(pattern);
      again();
      acts.tell(text('siteGivenUp', host));
    });
  return (
    <OptionsPart id="sites" title={text('optionsSites')} why={text('optionsSitesWhy')}>
      <ul className="site-list">
        {sites.map((site) => (
          <li key={site.pattern}>
            <Switch
              label={site.host}
              on={!isTurnedOff(settings.offOrigins, site.origin)}
              onChange={(isOn) => void turn(site.origin, isOn)}
            />
            {site.isOptional && (
              <button
                type="button"
                className="link-button"
                aria-label={text('siteGiveUpAt', site.host)}
                onClick={() => void giveUp(site)}
              >
                {text('siteGiveUp')}
              </button>
            )}
            <SiteHealth views={views.filter((one) => isSameSite(site.origin, one.origin))} />
            {site.isExperimental && <p className="quiet">{text('siteExperimental')}</p>}
          </li>
        ))}
      </ul>
    </OptionsPart>
  );
}

function useReadableOrigins() {
  const [sites, setSites] = useState<readonly ReadableOrigin[]>([]);
  const again = useCallback(() => void readableOrigins().then(setSites), []);
  useEffect(again, [again]);
  return { sites, again };
}
