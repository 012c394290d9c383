// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExtensionGone, MessageError } from '@/lib/messaging/client';
import { type fakeWorld as FakeWorld, fakeWorld, hosts, mail, row, tracked } from '@/tests/support/fake-page';
import { ann, box, card, click, leavePage, preparePage, settle, startOn } from '@/tests/support/open-card';
import { readSources } from '@/tests/support/source';
import { offerCard } from './card-script';

const tom = 'Tom Berger <tom@birchvale.example>';

beforeEach(preparePage);
afterEach(leavePage);

/** Two badges on a page whose card script comes when the test lets it: `arrive` runs it, `fail` refuses it. */
async function twoBadges() {
  const fake = fakeWorld((mailbox) => tracked(mailbox === ann ? 'ann' : 'tom', 12));
  fake.answers.set('getCard', ({ contactId }: { contactId: string }) => ({ ...card, contactId, name: contactId }));
  const waiting: { arrive(): void; fail(error: unknown): void }[] = [];
  fake.answers.set(
    'loadCard',
    () =>
      new Promise((resolve, reject) => {
        const arrive = () => {
          offerCard(document);
          resolve(null);
        };
        waiting.push({ arrive, fail: reject });
      }),
  );
  await startOn(fake, `<div class="thread">${mail('1', ann, tom)}</div>`);
  const buttons = hosts().map((host) => host.shadowRoot?.querySelector('button'));
  const press = async (button: Element | null | undefined) => {
    click(button);
    await settle();
  };
  return { fake, waiting, press, first: buttons[0], second: buttons[1] };
}

const asked = ({ sent }: ReturnType<typeof FakeWorld>) => sent.filter(({ name }) => name === 'loadCard').length;
const title = () => box()?.querySelector('h2')?.textContent;

describe('the script of card and menu', () => {
  it('is not asked for while nobody comes near a badge', async () => {
    const { fake } = await twoBadges();
    await settle();
    expect(hosts()).toHaveLength(2);
    expect(asked(fake)).toBe(0);
  });

  it.each(['pointerenter', 'focus'])('is on its way by %s, and asked for once', async (type) => {
    const { fake, waiting, press, first, second } = await twoBadges();
    first?.dispatchEvent(new Event(type));
    second?.dispatchEvent(new Event(type));
    await settle();
    expect(asked(fake)).toBe(1);
    expect(box()).toBeUndefined();
    waiting[0]?.arrive();
    await press(first);
    expect(title()).toBe('ann');
    await press(second);
    expect(title()).toBe('tom');
    expect(asked(fake)).toBe(1);
  });

  it('opens the card of a click that came before it, however often that was clicked', async () => {
    const { fake, waiting, press, first } = await twoBadges();
    await press(first);
    await press(first);
    expect(box()).toBeUndefined();
    waiting[0]?.arrive();
    await settle();
    expect(title()).toBe('ann');
    expect([asked(fake), hosts('panel').length]).toEqual([1, 1]);
    await press(first);
    expect(box()).toBeUndefined();
  });

  it('opens the badge that was clicked last', async () => {
    const { waiting, press, first, second } = await twoBadges();
    await press(first);
    await press(second);
    waiting[0]?.arrive();
    await settle();
    expect(title()).toBe('tom');
    expect(hosts('panel')).toHaveLength(1);
  });

  it('opens nothing on a page that has gone on meanwhile', async () => {
    const { fake, waiting, press, first } = await twoBadges();
    await press(first);
    fake.state.url = 'https://mail.test/#thread/2';
    window.dispatchEvent(new Event('hashchange'));
    await settle();
    waiting[0]?.arrive();
    await settle();
    expect(box()).toBeUndefined();
  });
});

describe('a script that does not come', () => {
  it('leaves the page as it is, and the next click tries again', async () => {
    const { fake, waiting, press, first } = await twoBadges();
    await press(first);
    waiting[0]?.fail(new MessageError('errorUnexpected'));
    await settle();
    expect([hosts('panel').length, hosts().length]).toEqual([0, 2]);
    await press(first);
    expect(asked(fake)).toBe(2);
    waiting[1]?.arrive();
    await settle();
    expect(title()).toBe('ann');
  });

  it('is tried again too when it was put there and said nothing', async () => {
    const { fake, press, first } = await twoBadges();
    fake.answers.set('loadCard', () => null);
    await press(first);
    fake.answers.delete('loadCard');
    await press(first);
    expect(title()).toBe('ann');
  });

  it('serves if only the answer got lost, as when the background ends', async () => {
    const { fake, press, first } = await twoBadges();
    fake.answers.set('loadCard', () => {
      offerCard(document);
      offerCard(document);
      throw new MessageError('errorUnexpected');
    });
    await press(first);
    expect(title()).toBe('ann');
  });

  it('ends everything where the extension is gone', async () => {
    const { waiting, press, first } = await twoBadges();
    await press(first);
    waiting[0]?.fail(new ExtensionGone());
    await settle();
    expect(hosts()).toEqual([]);
  });
});

describe('the hand-over', () => {
  const own = () => [...Object.keys(globalThis), ...Object.getOwnPropertySymbols(globalThis)];

  it('shows in no list of names, is over once it was used, and is no element', async () => {
    const before = own();
    const fake = fakeWorld(() => tracked('ann', 12));
    fake.answers.set('getCard', () => card);
    const seen: unknown[] = [];
    fake.answers.set('loadCard', () => {
      const markup = document.documentElement.outerHTML;
      const [place = Symbol()] = Object.getOwnPropertySymbols(globalThis).slice(-1);
      seen.push(own().slice(before.length), Object.getOwnPropertyDescriptor(globalThis, place)?.enumerable);
      offerCard(document);
      seen.push(own().slice(before.length), document.documentElement.outerHTML === markup);
      return null;
    });
    await startOn(fake, `<div class="list">${row('1', ann)}</div>`);
    click(hosts()[0]?.shadowRoot?.querySelector('button'));
    await settle();
    expect(title()).toBe('Ann Lee');
    expect(seen).toEqual([[expect.any(Symbol)], false, [], true]);
    expect(own()).toEqual(before);
  });

  it('leaves nothing behind where the script did not come', async () => {
    const before = own();
    const fake = fakeWorld(() => tracked('ann', 12));
    fake.answers.set('loadCard', () => Promise.reject(new MessageError('errorUnexpected')));
    await startOn(fake, `<div class="list">${row('1', ann)}</div>`);
    click(hosts()[0]?.shadowRoot?.querySelector('button'));
    await settle();
    expect([asked(fake), own()]).toEqual([1, before]);
  });

  it('does nothing where nobody waits', () => {
    const before = own();
    offerCard(document);
    expect([own(), hosts('panel')]).toEqual([before, []]);
  });
});

describe('what each of the two scripts holds', () => {
  const sources = new Map(readSources('lib', 'entrypoints').map((file) => [file.path, file]));

  function graph(path: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const { from, isTypeOnly } of sources.get(path)?.imports ?? []) if (!isTypeOnly) graph(`${from}.ts`, seen);
    return seen;
  }

  it.each(['gmail', 'site'])('the %s script draws badges and has no card', (name) => {
    const files = graph(`entrypoints/${name}.content/index.ts`);
    expect(files).toContain('lib/page/badge.ts');
    for (const part of ['card', 'panel', 'track-menu']) expect(files).not.toContain(`lib/page/${part}.ts`);
  });

  it('the card has no classes of errors: those it is thrown come from the other script', () => {
    const files = graph('entrypoints/card.ts');
    expect(files).toContain('lib/page/track-menu.ts');
    expect(files).not.toContain('lib/messaging/client.ts');
  });
});
