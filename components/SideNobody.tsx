import { text } from '@/lib/extension/text';
import { PeopleOnPage, type TrackedPerson } from './PeopleOnPage';
import { SideNote } from './SideNote';
import { SiteOffer } from './SiteOffer';
import type { PageView } from './use-page-in-front';

interface SideNobodyProps {
  readonly view: PageView;
  readonly onTrack: (people: readonly TrackedPerson[]) => void;
  readonly onGranted: () => void;
}

/** Nobody on the page in front is tracked: why, and what could be done. */
export function SideNobody({ view, onTrack, onGranted }: SideNobodyProps) {
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
