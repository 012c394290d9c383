import { GenericSurvey } from '@/lib/page/generic-survey';
import { PageObserver } from '@/lib/page/observe';
import { shadowOf } from '@/lib/page/shadow';
import type { PageSurvey } from '@/lib/page/survey';

/** Times in ms of one kind of change: each run of the detector, and of a bare walk over the same page right after it. */
export interface Timing {
  readonly name: string;
  readonly found: number;
  readonly detector: readonly number[];
  readonly longestSlice: number;
  readonly bareWalk: readonly number[];
}

const site: PageSurvey['site'] = {
  id: 'generic',
  account: () => ({ addresses: [], index: '' }),
  folder: () => 'other',
};
const url = new URL(location.href);

function bareWalk(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) count++;
  return count > 0 ? performance.now() - start : 0;
}

/** Runs inside a content script: changes the page, waits for its rest, and times what the detector does of it. */
async function measure(): Promise<readonly Timing[]> {
  let timing: number[] = [];
  let slices: number[] = [];
  let survey: GenericSurvey | undefined;
  let settled: () => void = () => undefined;
  let spent = 0;
  let isForced = true;
  const observer = new PageObserver(document, (changes) => {
    const start = performance.now();
    const isDue = survey?.note(changes) || isForced;
    const isUnread = isDue && survey?.look(url, () => performance.now(), isForced);
    isForced = false;
    const slice = performance.now() - start;
    spent += slice;
    slices.push(slice);
    if (isUnread) observer.request();
    else if (isDue) settled();
  });
  const tools = {
    page: document,
    isOwn: () => false,
    wake: () => observer.request(),
    include: (root: Node) => observer.include(root),
  };
  survey = new GenericSurvey(tools, site, shadowOf);
  observer.watch(survey.watched);
  const results: Timing[] = [];
  const rows = () => [...document.querySelectorAll('tbody tr')];
  const changes: Record<string, (turn: number) => void> = {
    'first look': () => {
      isForced = true;
      observer.request();
    },
    'a class on one row': (turn) => rows()[turn]?.classList.toggle('on'),
    'another address in one row': (turn) => {
      const node = rows()[turn]?.querySelector('.mail')?.firstChild;
      if (node) node.nodeValue = `new${turn}@umbra.example`;
    },
    'one row more': (turn) => rows()[turn]?.after(rows()[turn]?.cloneNode(true) ?? ''),
    'all rows drawn anew': () => {
      const body = document.querySelector('tbody');
      body?.replaceChildren(...rows().map((row) => row.cloneNode(true)));
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    timing = [];
    slices = [];
    const walks: number[] = [];
    for (let turn = 0; turn < (name === 'first look' ? 1 : 9); turn++) {
      spent = 0;
      const rest = new Promise<void>((resolve) => {
        settled = resolve;
      });
      change(turn);
      await rest;
      timing.push(spent);
      walks.push(bareWalk());
    }
    const found = [...survey.entries.values()].reduce((sum, { people }) => sum + people.length, 0);
    results.push({ name, found, detector: timing, longestSlice: Math.max(...slices), bareWalk: walks });
  }
  return results;
}

void measure().then((results) => {
  document.documentElement.dataset.results = JSON.stringify(results);
});
