import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers, demoMailbox } from '../demo-mailbox/demo-mailbox.ts';
import { mailboxPage } from '../demo-mailbox/mailbox-pages.ts';
import { until } from './support/closed-roots.ts';
import { type Firefox, launchFirefox } from './support/firefox.ts';
import { clickAt, clickOn, closedRootsIn } from './support/firefox-roots.ts';
import { words } from './support/words.ts';

const { sven } = customers;

/** Runs in a page of the extension: asks the background as the extension's own pages do. */
const ask = `(name, request) => browser.runtime.sendMessage({ name, request })`;

describe('Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    const body = mailboxPage({ mailbox: demoMailbox(Date.now()) });
    firefox = await launchFirefox(['mail.google.com'], () => ({ contentType: 'text/html; charset=utf-8', body }));
  });
  afterAll(() => firefox?.close());

  /** What a page of the extension shows, once that is among it. */
  const shown = (page: string, wanted: string | RegExp) =>
    until(
      async () => {
        const text = await firefox.text(page);
        return text.match(wanted) ? text : undefined;
      },
      `${wanted} in the popup`,
      20_000,
    );

  it('badge, card, log, popup', async () => {
    const own = await firefox.openOwn('popup.html');
    await shown(own, words('noConsentTitle'));
    const id = (number: number) => `01J0000000000000000000000${number}`;
    await firefox.run(own, ask, 'giveConsent', { id: id(1), ownAddresses: ['robin@brightwater.example'] });
    // The clock of this browser is the real one: on a day off the list would rest.
    expect(await firefox.run(own, ask, 'changeSettings', { id: id(3), weekend: [] })).toMatchObject({ ok: true });
    const people = [{ mailbox: `${sven.name} <${sven.address}>`, as: 'customer' }];
    expect(await firefox.run(own, ask, 'track', { id: id(2), people })).toMatchObject({ ok: true });

    const reading = { ok: true, value: { on: expect.stringMatching(/^20/) } };
    expect(await firefox.run(own, ask, 'readDay', { text: 'in three weeks' })).toMatchObject(reading);

    const mail = await firefox.open('https://mail.google.com/mail/u/0/#inbox');
    const badge = await until(
      async () => (await closedRootsIn(firefox, mail)).find(({ text }) => /Reply owed/.test(text)),
      'the badge',
      20_000,
    );
    const [button] = badge.buttons;
    expect(button?.name).toContain('Sven Åkesson');
    expect(await shown(own, /Reply owed \d+ d/)).toContain(sven.name);
    await clickAt(firefox, mail, button);
    const call = await until(
      async () =>
        (await closedRootsIn(firefox, mail))
          .flatMap(({ buttons }) => buttons)
          .find(({ name }) => name === words('pageCall')),
      'the card',
    );
    // The card takes no click in its first half second.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await clickAt(firefox, mail, call);
    await until(
      async () => (await closedRootsIn(firefox, mail)).find(({ text }) => text.includes(words('doneCallToday'))),
      'the logged call',
    );

    // The popup that was open all the time follows by itself; one opened now says the same.
    for (const popup of [own, await firefox.openOwn('popup.html')]) {
      const empty = await shown(popup, words('emptyTitle'));
      expect(empty).not.toContain('Reply owed');
      expect(empty).not.toContain(words('groupOverdue'));
    }
  }, 120_000);

  it('opens the sidebar by a click on the page of a contact, and it follows to the mailbox', async () => {
    const mail = await firefox.open('https://mail.google.com/mail/u/0/#inbox');
    const own = await firefox.openOwn('popup.html');
    await shown(own, words('emptyTitle'));
    type People = { readonly value: readonly { readonly contactId: string }[] };
    const people = await firefox.run<People>(own, ask, 'sortPeople', { mailboxes: [sven.address] });
    const tab = await firefox.openOwn(`contact.html?id=${people.value[0]?.contactId}`);
    await shown(tab, words('sideOpenBar'));
    const isOpen = '() => browser.sidebarAction.isOpen({})';
    expect(await firefox.run(tab, isOpen)).toBe(false);
    await clickOn(firefox, tab, '.tab-tool');
    await expect.poll(() => firefox.run(tab, isOpen)).toBe(true);
    const says = `() => browser.extension.getViews({ type: 'sidebar' })[0]?.document.body.innerText ?? ''`;
    await firefox.bidi.send('browsingContext.activate', { context: await firefox.open('about:blank') });
    await expect.poll(() => firefox.run<string>(tab, says)).toContain(words('sideUnknown'));
    await firefox.bidi.send('browsingContext.activate', { context: mail });
    await expect.poll(() => firefox.run<string>(tab, says)).toContain(sven.name);
    expect(await firefox.run<string>(tab, says)).toContain(words('howItStands'));
  }, 120_000);
});
