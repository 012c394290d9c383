import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers, demoMailbox } from '../demo-mailbox/demo-mailbox.ts';
import { mailboxPage } from '../demo-mailbox/mailbox-pages.ts';
import { until } from './support/closed-roots.ts';
import { type Firefox, launchFirefox } from './support/firefox.ts';
import { clickAt, clickOn, closedRootsIn } from './support/firefox-roots.ts';
import { words } from './support/words.ts';

const { marta, sven } = customers;

/** Runs in a page of the extension: asks the background as the extension's own pages do. */
const ask = `(name, request) => browser.runtime.sendMessage({ name, request })`;

/** A list that stands in a closed shadow root, one of its people in another such root within. */
const closedList = `<!doctype html><h1>Customers</h1><div id="room"></div><script>
const root = room.attachShadow({ mode: 'closed' });
root.innerHTML = '<ul><li><a href="mailto:${sven.address}">${sven.name}</a></li><li><span></span></li></ul>';
root.querySelector('span').attachShadow({ mode: 'closed' }).innerHTML = '<p>${marta.address}</p>';
</script>`;

describe('Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    const body = mailboxPage({ mailbox: demoMailbox(Date.now()) });
    const answers: Readonly<Record<string, string>> = { 'mail.google.com': body, 'crm.acme.example': closedList };
    firefox = await launchFirefox(Object.keys(answers), ({ hostname }) => ({
      contentType: 'text/html; charset=utf-8',
      body: answers[hostname] ?? '',
    }));
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

  it('reads a granted page into its closed shadow roots', async () => {
    const own = await firefox.openOwn('popup.html');
    await shown(own, words('emptyTitle'));
    // The browser grants only in a click.
    const asking = `() => browser.permissions.request({ origins: ['https://crm.acme.example/*'] })`;
    await firefox.run(own, `() => void document.addEventListener('click', ${asking}, { once: true, capture: true })`);
    await clickOn(firefox, own, 'h1');
    const people = [{ mailbox: `${marta.name} <${marta.address}>`, as: 'customer' }];
    const tracked = { id: '01J00000000000000000000004', people };
    expect(await firefox.run(own, ask, 'track', tracked)).toMatchObject({ ok: true });
    const registered = '() => browser.scripting.getRegisteredContentScripts().then((all) => all.length)';
    await expect.poll(() => firefox.run(own, registered)).toBe(1);
    const page = await firefox.open('https://crm.acme.example/customers');
    const badges = async () => (await closedRootsIn(firefox, page, '#room')).flatMap(({ buttons }) => buttons);
    await expect.poll(async () => (await badges()).length, { timeout: 20_000 }).toBe(2);
    const names = (await badges()).map(({ name }) => name);
    expect(names).toEqual([sven.name, marta.name].map((name) => expect.stringContaining(name)));
  }, 120_000);
});
