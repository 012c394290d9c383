// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { parseMailbox } from '@/lib/core/mailbox';
import { addressees, bareName, seen, shown } from './mail-parts';
import { dateText, outlookPlace } from './outlook-page';
import { protonPlace } from './proton-page';
import { sogoPlace } from './sogo-page';

const element = document.createElement('span');

describe('a name without an address', () => {
  it.each([
    ['Ann Lee', 'Ann Lee'],
    ['李安', '李安'],
    ['ann lee', 'ann lee'],
    ['Ann Lee <ann@umbra.example>', 'Ann Lee'],
    ['me', undefined],
    ['moi', undefined],
    ['ann@umbra.example', undefined],
    ['ann\uff20umbra.example', undefined],
    ['ann\ufe6bumbra.example x', undefined],
    ['', undefined],
  ])('%s', (text, name) => {
    expect(bareName(text)).toBe(name);
    // Whatever passes as a name can never be logged.
    if (name !== undefined) expect(parseMailbox(name)).toBeUndefined();
  });

  it('is told without anything that could be stored', () => {
    const people = ['Ann Lee', 'Gus Mori <gus@ostrava.example>'].flatMap((text) => shown(element, text, 'to') ?? []);
    const shared = {
      from: 'me@x.example',
      dateText: '9:05',
      messageId: '7',
      subject: 'Offer',
      folder: 'sent',
      rule: 'row',
    } as const;
    expect(seen(people, shared).map(({ sighting }) => sighting)).toEqual([
      { mailbox: 'Ann Lee', role: 'participant', folder: 'sent', rule: 'row-name' },
      { ...shared, mailbox: 'Gus Mori <gus@ostrava.example>', role: 'to' },
    ]);
    expect(addressees(people)).toEqual({ recipientCount: 2 });
  });
});

describe('dates in digits', () => {
  const list = (...titles: string[]) => {
    document.body.innerHTML = titles.map((title) => `<div role="option"><span title="${title}"></span></div>`).join('');
  };
  it.each([
    ['a day above 12 in another row', ['Wed 02/09/2026 14:04', 'Fri 21/08/2026 11:30'], 'Wed 2026-09-02 14:04'],
    ['a month cannot be above 12', ['Wed 9/2/2026 12:28 AM', 'Mon 8/31/2026 9:02 AM'], 'Wed 2026-09-02 12:28 AM'],
    ['nothing tells', ['Sat 5/9/2026 9:05 AM', 'Fri 5/8/2026 9:05 AM'], 'Sat 5/9/2026 9:05 AM'],
    ['rows of two minds', ['Sat 5/9/2026 9:05', '21/8/2026 9:05', '8/21/2026 9:05'], 'Sat 5/9/2026 9:05'],
    ['full stops', ['Po 02.03.2026 9:23', 'Pá 27.02.2026 8:15'], 'Po 02.03.2026 9:23'],
  ])('%s', (_why, titles, expected) => {
    list(...titles);
    expect(dateText(titles[0] ?? '', document)).toBe(expected);
  });
});

describe('addresses of pages', () => {
  it.each([
    ['https://outlook.office.com/mail/', 'list', 'inbox', '0'],
    ['https://outlook.office.com/mail/2/sentitems', 'list', 'sent', '2'],
    ['https://outlook.office.com/mail/team@acme.example/inbox', 'list', 'inbox', 'team@acme.example'],
    ['https://outlook.office.com/mail/0/AQMkADAwATM', 'list', 'other', '0'],
    ['https://outlook.office.com/mail/junkemail', 'list', undefined, '0'],
    ['https://outlook.office.com/mail/0/inbox/id/AAQk%2FxyZ%3D', 'thread', 'inbox', '0'],
    ['https://outlook.office.com/mail/id/AAQk', 'thread', 'other', '0'],
    ['https://outlook.office.com/mail/deeplink/read/AAMk', 'thread', 'other', '0'],
    ['https://outlook.office.com/mail/deeplink/compose?to=a', undefined, 'other', '0'],
    ['https://outlook.office.com/calendar/view/week', undefined, 'other', '0'],
  ])('%s', (url, view, folder, index) => {
    const place = outlookPlace(new URL(url));
    expect([place.view, place.folder, place.index]).toEqual([view, folder, index]);
  });

  it.each([
    ['https://mail.proton.me/u/0/inbox', 'list', 'inbox'],
    ['https://mail.proton.me/u/1/all-mail#keyword=offer', 'list', 'search'],
    ['https://mail.proton.me/u/0/trash#keyword=offer', 'list', undefined],
    ['https://mail.proton.me/u/0/sent/abc/def', 'thread', 'sent'],
    ['https://mail.proton.me/u/0/xyz12==', 'list', 'other'],
    ['https://mail.proton.me/settings', undefined, 'inbox'],
  ])('%s', (url, view, folder) => {
    const place = protonPlace(new URL(url));
    expect([place.view, place.folder]).toEqual([view, folder]);
  });

  it.each([
    ['https://x.example/SOGo/so/robin/Mail/view', 'list', 'inbox'],
    ['https://x.example/SOGo/so/robin/Mail/view#!/Mail/0/INBOX/275', 'thread', 'inbox'],
    ['https://x.example/SOGo/so/robin/Mail/view#!/Mail/0/INBOX%2F2026', 'list', 'other'],
    ['https://x.example/SOGo/so/robin/Mail/view#!/Mail/0/Trash/7', 'thread', undefined],
    ['https://x.example/SOGo/so/robin/Calendar/view#!/calendar/week', undefined, 'inbox'],
    ['https://x.example/mail/?_task=mail', undefined, 'inbox'],
  ])('%s', (url, view, folder) => {
    const place = sogoPlace(new URL(url));
    expect([place.view, place.folder]).toEqual([view, folder]);
  });
});
