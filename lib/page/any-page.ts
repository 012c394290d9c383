import { closest } from './dom';
import { GenericSurvey } from './generic-survey';
import type { Changes } from './observe';
import { shadowOf } from './shadow';
import { noSource } from './signals';
import type { PageSurvey, PageTools, Survey } from './survey';

/** Where no site is known by an adapter, pages are reported under this name. */
const generic: PageSurvey['site'] = {
  id: 'generic',
  account: () => ({ addresses: [], index: '' }),
  folder: () => 'other',
};

/** A site's own survey, completed by the generic one where the site wants that; without a site the generic one alone. */
export function surveyAnyPage(own: Survey | undefined, tools: PageTools): PageSurvey | undefined {
  if (!own) return isMail() ? undefined : new GenericSurvey(tools, generic, shadowOf);
  if (!own.site.isGenericElsewhere) return own;
  const { account } = own.site;
  return new SurveyElsewhere(own, new GenericSurvey(tools, { ...generic, account }, shadowOf));
}

/** A frame that shows a mail, or one that may do nothing, speaks for whoever wrote what is in it. */
function isMail(): boolean {
  const frame = window.frameElement;
  return window.origin === 'null' || (frame !== null && closest(frame, noSource) !== null);
}

/** The site's own views where they show, any other page of the site by the generic signals. */
class SurveyElsewhere implements PageSurvey {
  readonly watched: PageSurvey['watched'];
  #wasCovered = false;

  constructor(
    private readonly own: Survey,
    private readonly other: PageSurvey,
  ) {
    this.watched = [...own.watched, ...other.watched];
  }

  get site() {
    return this.#shown.site;
  }

  get entries() {
    return this.#shown.entries;
  }

  distrust(): void {
    this.own.distrust();
    this.other.distrust();
  }

  note(changes: Changes): boolean {
    const isTouched = this.own.note(changes);
    return (!this.own.isCovered && this.other.note(changes)) || isTouched;
  }

  look(url: URL, now: () => number, isForced: boolean): boolean {
    const isUnread = this.own.look(url, now, isForced);
    const { isCovered } = this.own;
    const isLeft = this.#wasCovered && !isCovered;
    this.#wasCovered = isCovered;
    return (!isCovered && this.other.look(url, now, isForced || isLeft)) || isUnread;
  }

  stop(): void {
    this.other.stop?.();
  }

  get #shown(): PageSurvey {
    return this.own.isCovered ? this.own : this.other;
  }
}
