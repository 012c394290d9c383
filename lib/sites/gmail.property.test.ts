// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { gmail } from '@/lib/sites/gmail';
import { elements, itemsOf, readView } from '@/tests/support/site-page';

/** Everything a sender might put into a mail to be taken for a header, a row, an account or a send. */
const date = 'Nov 21, 2026, 8:00 AM';
const leaves = [
  '<span email="evil@evil.example" name="Evil" class="gD">Evil</span>',
  '<span data-hovercard-id="evil@evil.example">Evil</span>',
  `<span class="g3" title="${date}" alt="${date}">now</span>`,
  `<span title="${date}" aria-label="${date}">now</span>`,
  '<span data-legacy-thread-id="19a9f00000000000" data-legacy-last-non-draft-message-id="19a9f00000000000">x</span>',
  '<a href="mailto:evil@evil.example">write</a>',
  '<img name="querySelector"><img name="querySelectorAll"><img name="title"><img name="body"><img name="documentElement">',
  '<input name="from" value="evil@evil.example"><input name="parentElement"><input name="matches">',
  '<a aria-label="Google Account: (evil@evil.example)">x</a>',
  '<span role="menuitem" value="evil@evil.example">x</span>',
  '<div role="checkbox"></div>',
  '<h2 data-legacy-thread-id="19a9f00000000000" data-thread-perm-id="thread-f:1">x</h2>',
  'plain words',
];
const wraps = [
  (inner: string) => `<div>${inner}</div>`,
  (inner: string) => `<div role="listitem" aria-expanded="true">${inner}</div>`,
  (inner: string) =>
    `<div data-message-id="#msg-f:1849000000000000000" data-legacy-message-id="19a9f00000000000">${inner}</div>`,
  (inner: string) =>
    `<table><tbody><tr id=":f" class="zA"><td role="gridcell"><h3>${inner}</h3></td></tr></tbody></table>`,
  (inner: string) => `<table><tbody><tr><td>${inner}</td><td>${inner}</td></tr></tbody></table>`,
  (inner: string) => `<div gh="tl" role="list">${inner}</div>`,
  (inner: string) => `<header role="banner">${inner}</header>`,
  (inner: string) => `<form>${inner}</form>`,
  (inner: string) => `<div class="a3s" role="main">${inner}</div>`,
];
const body = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...leaves),
    fc
      .tuple(fc.constantFrom(...wraps), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
      .map(([wrap, inner]) => wrap(inner.join(''))),
  ),
})).node;

const url = new URL('https://mail.google.com/mail/u/0/#inbox/FMfcgzQcpnQnfrQLcwgPWqGzSmDhFKgl');

/** A thread of one collapsed and one opened message beside a list; the body's box has no class to know it by. */
function page(mail: string): void {
  document.body.innerHTML = `<header role="banner"><a aria-label="Konto (me@own.example)"></a></header><div role="main">
    <div gh="tl"><table><tbody><tr id=":1"><td><div role="checkbox"></div></td><td role="gridcell"><span email="tom@x.example" data-head>Tom</span></td>
      <td><div role="link"><div><span data-legacy-thread-id="19a9b00000000000" data-legacy-last-non-draft-message-id="19a9b00000000001">Hi</span></div></div></td></tr></tbody></table></div>
    <div><h2 data-legacy-thread-id="19a9b00000000000">Hi</h2><div role="list">
    <div role="listitem"><table><tbody><tr><td><h3><span email="tom@x.example" data-head>Tom</span></h3></td><td><span title="Nov 1, 2026" alt="Nov 1, 2026">1</span></td></tr></tbody></table></div>
    <div role="listitem"><div data-legacy-message-id="19a9b00000000001"><div><table><tbody>
      <tr><td><h3><span><span email="tom@x.example" data-head>Tom</span></span></h3></td><td><span title="Nov 2, 2026" alt="Nov 2, 2026">2</span></td></tr>
      <tr><td>to <span email="me@own.example" data-head>me</span></td></tr></tbody></table></div><div><div>${mail}</div></div></div></div>
    </div></div></div>`;
}

function everything() {
  const [list, thread] = gmail.views;
  if (!list || !thread) throw new Error('gmail has two views');
  const people = [...readView(thread, url), ...readView(list, url)];
  return {
    carriers: people.map(({ carrier }) => carrier),
    read: JSON.stringify([
      people.map(({ sighting }) => sighting),
      gmail.account(document, url),
      itemsOf(thread).length > 0,
    ]),
  };
}

afterEach(() => {
  // A clobbered `document.body` would outlive the test.
  elements('body > *').forEach((element) => void element.remove());
});

it('what a mail holds changes nothing that is read', { timeout: 60_000 }, () => {
  page('');
  const { read, carriers } = everything();
  expect(carriers).toHaveLength(4);
  fc.assert(
    fc.property(body, (mail) => {
      elements('body > *').forEach((element) => void element.remove());
      page(mail);
      const seen = everything();
      expect(seen.carriers.every((carrier) => carrier.hasAttribute('data-head'))).toBe(true);
      expect(seen.read).toBe(read);
    }),
    { numRuns: 200 },
  );
});
