// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aSurvey, giveRoot, lookAll, peopleOf } from '@/tests/support/any-page';
import type { GenericSurvey } from './generic-survey';

const url = new URL('https://crm.acme.example/');
const row = (name: string, address: string) => `<tr><td><a href="/p">${name}</a></td><td>${address}</td></tr>`;
const table = (...rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;
const surveys: GenericSurvey[] = [];

/** A survey with a recorder of changes, as the page runtime feeds it; time goes by only by hand. */
function setUp(html: string) {
  document.body.innerHTML = html;
  const wake = vi.fn();
  const recorder = new MutationObserver(() => undefined);
  const options = { childList: true, subtree: true, attributes: true, characterData: true };
  const include = vi.fn((root: ShadowRoot) => recorder.observe(root, options));
  const survey = aSurvey({ wake, include }, () => Date.now());
  surveys.push(survey);
  recorder.observe(document, options);
  lookAll(survey);
  /** What a frame does. */
  const frame = () => survey.note(recorder.takeRecords()) && survey.look(url, () => 0, false);
  const settle = (ms = 200) => {
    frame();
    vi.advanceTimersByTime(ms);
    return frame();
  };
  return {
    survey,
    wake,
    include,
    frame,
    settle,
    people: () => peopleOf(survey).map((one) => one.replace(/ \(.*/, '')),
  };
}
const first = (selector: string) => document.querySelector(selector);
const aRow = (name: string, address: string) => {
  const body = document.createElement('tbody');
  body.innerHTML = row(name, address);
  return body.firstElementChild ?? body;
};
const write = (selector: string, text: string) => {
  const node = first(selector)?.firstChild;
  if (node) node.nodeValue = text;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const survey of surveys.splice(0)) survey.stop();
  vi.useRealTimers();
});

describe('after a change', () => {
  const ann = row('Ann Lee', 'ann@umbra.example');
  const tom = row('Tom Berger', 'tom@birchvale.example');
  const both = ['Ann Lee <ann@umbra.example>', 'Tom Berger <tom@birchvale.example>'];

  it.each<[string, () => void, readonly string[]]>([
    [
      'text written over in its place',
      () => write('td:nth-child(2)', 'zoe@juniper.example'),
      ['Ann Lee <zoe@juniper.example>', both[1] ?? ''],
    ],
    ['an address that is no more', () => write('td:nth-child(2)', 'none'), [both[1] ?? '']],
    [
      'a row more',
      () => first('tbody')?.insertAdjacentHTML('beforeend', row('Zoe Novak', 'zoe@juniper.example')),
      [...both, 'Zoe Novak <zoe@juniper.example>'],
    ],
    ['a row less', () => first('tr')?.remove(), [both[1] ?? '']],
    ['a row hidden', () => first('tr')?.setAttribute('style', 'display:none'), [both[1] ?? '']],
    ['the list hidden', () => first('table')?.setAttribute('style', 'display:none'), []],
    ['a cell taken out', () => first('td:nth-child(2)')?.remove(), [both[1] ?? '']],
    [
      'a cell that becomes an editor',
      () => first('td:nth-child(2)')?.setAttribute('contenteditable', ''),
      [both[1] ?? ''],
    ],
    [
      'a link that leads to somebody else',
      () => first('p')?.insertAdjacentHTML('beforeend', '<a href="mailto:zoe@juniper.example">Z</a>'),
      [...both, 'zoe@juniper.example'],
    ],
    [
      'all drawn anew',
      () => {
        const rows = [...document.querySelectorAll('tr')].map((one) => one.cloneNode(true));
        first('tbody')?.replaceChildren(...rows);
      },
      both,
    ],
  ])('%s shows who is there now', (_name, change, expected) => {
    const { settle, people } = setUp(`${table(ann, tom)}<p></p>`);
    expect(people()).toEqual(both);
    change();
    settle();
    expect(people()).toEqual([...expected].sort());
  });

  it('keeps replies where the same person stands, and drops them where another does', () => {
    const { survey, settle } = setUp(table(ann, tom));
    for (const entry of survey.entries.values()) entry.replies = [{ state: 'none' }];
    first('tr')?.setAttribute('data-x', '1');
    write('td:nth-child(2)', 'zoe@juniper.example');
    settle();
    expect([...survey.entries.values()].map(({ replies }) => replies.length).sort()).toEqual([0, 1]);
  });

  it('gives, whatever changes, what a look at the whole page gives', () => {
    const names = ['Ann Lee', 'Tom Berger', 'Zoe Novak'];
    const addresses = ['ann@umbra.example', 'tom@birchvale.example', 'nobody', 'zoe@juniper.example'];
    const step = fc.record({
      kind: fc.nat(6),
      at: fc.nat(5),
      name: fc.constantFrom(...names),
      address: fc.constantFrom(...addresses),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { settle, people } = setUp(
          `<h1>Ann Lee</h1>${table(ann, tom, ann)}<div id="free"><span>kim@quill.example</span></div>`,
        );
        for (const { kind, at, name, address } of steps) {
          const rows = [...document.querySelectorAll('tr')];
          const one = rows[at % Math.max(1, rows.length)];
          const free = first('#free');
          if (kind === 0) first('tbody')?.append(aRow(name, address));
          if (kind === 1) one?.remove();
          if (kind === 2) one?.toggleAttribute('hidden');
          if (kind === 3 && one?.lastElementChild?.firstChild) one.lastElementChild.firstChild.nodeValue = address;
          if (kind === 4) free?.insertAdjacentHTML('beforeend', `<a href="mailto:kim.${at}@quill.example">x</a>`);
          if (kind === 5) free?.lastElementChild?.remove();
          if (kind === 6 && one) first('tbody')?.prepend(one);
          settle();
        }
        const fresh = aSurvey();
        lookAll(fresh);
        fresh.stop();
        expect(people()).toEqual(peopleOf(fresh).map((found) => found.replace(/ \(.*/, '')));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the time it takes', () => {
  it('is none while nothing changes, nor for what shows nobody', () => {
    const { frame, wake, settle } = setUp(`<p id="clock">0</p>${table(row('Ann Lee', 'ann@umbra.example'))}`);
    const walks = vi.spyOn(Document.prototype, 'createTreeWalker');
    const searches = vi.spyOn(Element.prototype, 'querySelectorAll');
    vi.advanceTimersByTime(10_000);
    for (let tick = 0; tick < 50; tick++) {
      write('#clock', String(tick));
      expect(settle()).toBe(false);
    }
    expect(frame()).toBe(false);
    expect(wake).not.toHaveBeenCalled();
    expect(walks).not.toHaveBeenCalled();
    expect(searches).not.toHaveBeenCalled();
  });

  it('begins once the page is quiet, and after a second at the latest', () => {
    const { survey, frame, people } = setUp('<main></main>');
    first('main')?.insertAdjacentHTML('beforeend', '<i>ann@umbra.example</i>');
    for (let count = 0; count < 9; count++) {
      first('main')?.append(document.createElement('b'));
      frame();
      vi.advanceTimersByTime(100);
      expect(survey.entries.size).toBe(0);
    }
    vi.advanceTimersByTime(150);
    frame();
    expect(people()).toEqual(['ann@umbra.example']);
  });

  it('is cut into slices on a large page, and comes to an end', () => {
    document.body.innerHTML = table(
      ...Array.from({ length: 400 }, (_, id) => row(`Person ${id}`, `p${id}@umbra.example`)),
    );
    const survey = aSurvey();
    surveys.push(survey);
    let now = 0;
    let slices = 1;
    while (survey.look(url, () => now++, slices === 1)) slices++;
    expect(slices).toBeGreaterThan(3);
    expect(survey.entries.size).toBe(400);
  });
});

describe('shadow roots', () => {
  it('are looked into, watched, and their people stand in the row around them', () => {
    document.body.innerHTML = '<table><tr><td>Ann Lee</td><td>Umbra</td><td><x-mail></x-mail></td></tr></table>';
    const host = first('x-mail');
    if (host) giveRoot(host, '<a href="mailto:ann@umbra.example">x</a>');
    const include = vi.fn();
    const survey = aSurvey({ include });
    surveys.push(survey);
    lookAll(survey);
    expect(peopleOf(survey)).toEqual(['Ann Lee <ann@umbra.example> (mailto-link)']);
    expect([...survey.entries.keys()]).toEqual([first('tr')]);
    expect(include).toHaveBeenCalledTimes(1);
    lookAll(survey);
    expect(include).toHaveBeenCalledTimes(1);
  });

  it('of our own are left alone, and what an earlier script left in others is taken out', () => {
    document.body.innerHTML = '<span id="ours"></span><x-box></x-box>';
    const ours = first('#ours');
    if (ours) giveRoot(ours, 'ann@umbra.example');
    const box = first('x-box');
    const root = box && giveRoot(box, '<span data-holdfast="badge"></span><p>tom@birchvale.example</p>');
    const include = vi.fn();
    const survey = aSurvey({ include, isOwn: (node) => node === ours });
    surveys.push(survey);
    lookAll(survey);
    expect(peopleOf(survey)).toEqual(['tom@birchvale.example (shown-text)']);
    expect(root?.querySelector('span')).toBeNull();
    expect(include).toHaveBeenCalledTimes(1);
  });
});

describe('a field', () => {
  it('is read once it is left, not while an address is being typed', () => {
    const { people, settle } = setUp('<input type="email" value="ann@umbra.example">');
    expect(people()).toEqual(['ann@umbra.example']);
    const field = document.querySelector('input');
    if (!field) return;
    field.focus();
    field.value = 'ann@umbra.ex';
    first('body')?.append(document.createElement('p'));
    const { matches } = Element.prototype;
    const focused = vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector) {
      return selector === ':focus' ? this === field : matches.call(this, selector);
    });
    field.dispatchEvent(new Event('change', { bubbles: true }));
    settle();
    expect(people()).toEqual([]);
    focused.mockRestore();
    field.value = 'tom@birchvale.example';
    field.blur();
    field.dispatchEvent(new Event('focusout', { bubbles: true }));
    settle();
    expect(people()).toEqual(['tom@birchvale.example']);
  });
});
