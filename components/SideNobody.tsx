import type { Settings } from '@/lib/core/settings';
import { isTurnedOff } from '@/lib/core/site-switch';
import { text } from '@/lib/extension/text';
import { PeopleOnPage, type TrackedPerson } from './PeopleOnPage';
import { SideNote } from './SideNote';
import { SiteOffer } from './SiteOffer';
import { SiteSwitch } from './SiteSwitch';
import type { PageView } from './use-page-in-front';

interface SideNobodyProps {
  readonly view: PageView;
  /** Origins on which Holdfast is turned off. */
  readonly off: Settings['offOrigins'];
  readonly onTrack: (people: readonly TrackedPerson[]) => void;
  readonly onGranted: () => void;
}

/** Nobody on the page in front is tracked: why, and what could be done. */
export function SideNobody({ view, off, onTrack, onGranted }: SideNobodyProps) {
  switch (view.state) {
    case 'asking':
      return (
        <p role="status" className="side-wait">
          {text('sideAsking')}
        </p>
      );
    case 'unknown':
      return (
        <SideNote title={text('sideUnknown')}>
          <p>{text('sideUnknownHint')}</p>
          <p>{text('sideUnknownWay', text('siteUse'))}</p>
        </SideNote>
      );
    case 'not-granted':
      return (
        <>
          <h1 className="visually-hidden">{text('sideUnknown')}</h1>
          <SiteOffer origin={view.origin} tabId={view.page.tabId} full onGranted={onGranted} />
        </>
      );
    case 'silent':
      return (
        <SideNote title={text('sideSilent')}>
          <p>{text('sideSilentHint')}</p>
        </SideNote>
      );
    case 'people':
      if (view.origin && isTurnedOff(off, view.origin)) {
        return (
          <SideNote title={text('sideUnknown')}>
            <SiteSwitch origin={view.origin} isOff />
          </SideNote>
        );
      }
      return view.untracked.length === 0 ? (
        <SideNote title={text('sideNobody')}>
          <p>{text('sideNobodyHint')}</p>
        </SideNote>
      ) : (
        <>
          <SideNote title={text('sideUntracked')}>
            <p>{text('sideUntrackedHint')}</p>
          </SideNote>
          <PeopleOnPage people={view.untracked} folded={false} onTrack={onTrack} />
        </>
      );
  }
}
