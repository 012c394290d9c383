import { GenericSurvey } from '@/lib/page/generic-survey';
import type { ShadowOf } from '@/lib/page/shadow';
import type { PageSurvey, PageTools } from '@/lib/page/survey';
import { addressOf } from '@/lib/sites/page-parts';

/** Somebody a sample of a page shows. */
export interface ExpectedPerson {
  readonly mailbox: string;
  readonly rule: string;
}

/** What a sample in `tests/fixtures/any-page` says about itself. */
export interface AnyPage {
  readonly url: string;
  /** Only a browser that lays the page out can tell who is shown. */
  readonly layout?: true;
  readonly people: readonly ExpectedPerson[];
}

/** Roots of the page in this test, closed ones too, as the browser's own way into them gives them. */
const roots = new WeakMap<Element, ShadowRoot>();
export const shadowOf: ShadowOf = (element) => roots.get(element) ?? null;

export function giveRoot(element: Element, html: string, mode: ShadowRootMode = 'closed'): ShadowRoot {
  const root = element.attachShadow({ mode });
  root.innerHTML = html;
  roots.set(element, root);
  for (const template of [...root.querySelectorAll('template')]) openTemplate(template);
  return root;
}

/** Puts a sample into the test's document; declared shadow roots become real ones. */
export function openSample(html: string): AnyPage {
  const [, json = 'null'] = /<script type="application\/json" id="expected">([\s\S]*?)<\/script>/.exec(html) ?? [];
  document.open();
  document.write(html.replace(/<script type="application\/json"[\s\S]*?<\/script>/, ''));
  document.close();
  for (const template of [...document.querySelectorAll('template')]) openTemplate(template);
  return JSON.parse(json) as AnyPage;
}

function openTemplate(template: HTMLTemplateElement): void {
  const mode = template.getAttribute('shadowrootmode');
  const host = template.parentElement;
  if (!mode || !host) return;
  template.remove();
  giveRoot(host, template.innerHTML, mode === 'open' ? 'open' : 'closed');
}

/** A survey of the test's document that is looked at by hand. */
export function aSurvey(tools: Partial<PageTools> = {}, now?: () => number): GenericSurvey {
  const site: PageSurvey['site'] = {
    id: 'generic',
    account: () => ({ addresses: [], index: '' }),
    folder: () => 'other',
  };
  const rest = { page: document, isOwn: () => false, wake: () => undefined, include: () => undefined };
  return new GenericSurvey({ ...rest, ...tools }, site, shadowOf, now);
}

const anywhere = new URL('https://crm.acme.example/');

/** Looks at the whole page, however slow the machine is. */
export function lookAll(survey: PageSurvey): void {
  let isUnread = survey.look(anywhere, () => 0, true);
  while (isUnread) isUnread = survey.look(anywhere, () => 0, false);
}

/** Everybody a survey has found, as `mailbox (rule)`, sorted. */
export function peopleOf(survey: PageSurvey): string[] {
  const people = [...survey.entries.values()].flatMap((entry) => entry.people);
  return people.map(({ sighting }) => `${sighting.mailbox} (${sighting.rule})`).sort();
}

export function addressesFound(survey: PageSurvey): string[] {
  const people = [...survey.entries.values()].flatMap((entry) => entry.people);
  return people.map(({ sighting }) => addressOf(sighting.mailbox)).sort();
}
