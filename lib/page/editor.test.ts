// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ComposeReader } from '@/lib/sites/site-adapter';
import { fakeSite, fakeWorld } from '@/tests/support/fake-page';
import { leavePage, preparePage, settle, startOn } from '@/tests/support/open-card';
import { openEditor, writtenTo } from './editor';

const reader: ComposeReader = {
  windows: ['.compose'],
  editors: ['textarea'],
  kept: 'blockquote',
  recipients: (compose) =>
    (compose.getAttribute('data-to') ?? '').split(',').flatMap((mailbox) => {
      return mailbox ? [{ mailbox, role: 'to' as const, folder: 'other' as const, rule: 'test' }] : [];
    }),
  isSend: () => false,
  confirms: 'notice',
};
const url = new URL('https://mail.test/');
const ann = ['ann@norrsken.example', 'lee@home.example'];

const compose = (id: string, to: string, rest = '') =>
  `<div class="compose" data-to="${to}"><textarea id="${id}" ${rest}></textarea></div>`;
const chosen = (html: string, focus?: string) => {
  document.body.innerHTML = html;
  document.getElementById(focus ?? '')?.focus();
  return openEditor(document, url, reader, ann)?.id;
};

beforeEach(preparePage);
afterEach(leavePage);

it('knows to whom mails are being written, each once, and of no mail that is not shown', () => {
  const hidden = compose('c', 'eve@x.example');
  document.body.innerHTML =
    compose('a', 'Tom <TOM@x.example>,lee@home.example') + compose('b', 'tom@x.example') + hidden;
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
    return this.id !== 'c';
  });
  expect(writtenTo(document, url, reader)).toEqual(['tom@x.example', 'lee@home.example']);
});

describe('the editor that is meant', () => {
  it.each([
    ['to one of their addresses', compose('a', 'Ann Lee <ANN@norrsken.example> '), 'a'],
    ['to them among others', compose('a', 'tom@x.example,lee@home.example'), 'a'],
    ['to nobody yet', compose('a', ''), 'a'],
    ['rather to them than to nobody', compose('a', 'lee@home.example') + compose('b', ''), 'a'],
    ['the newest of two', compose('a', '') + compose('b', ''), 'b'],
  ])('is %s', (_, html, id) => {
    expect(chosen(html)).toBe(id);
  });

  it('is the one with the caret', () => {
    expect(chosen(compose('a', '') + compose('b', 'lee@home.example'), 'a')).toBe('a');
  });

  it.each([
    ['to somebody else', compose('a', 'joann@norrsken.example')],
    ['to somebody else who has their address as a name', compose('a', 'ann@norrsken.example <eve@x.example>')],
    ['outside a window for writing', '<textarea></textarea>'],
    ['absent', '<p>No mail.</p>'],
  ])('is never one that is %s', (_, html) => {
    expect(chosen(html)).toBeUndefined();
  });

  it('is never one that is not shown', () => {
    vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(false);
    expect(chosen(compose('a', ''))).toBeUndefined();
  });
});

describe('a text from the background', () => {
  const said = { name: 'insertText', text: 'Dear Ann,', addresses: ann };
  const site = { ...fakeSite, compose: reader };

  async function page(html: string, consent = true) {
    const fake = fakeWorld();
    fake.state.consent = consent;
    fake.world.siteFor = () => site;
    await startOn(fake, html);
    const respond = vi.fn();
    return { fake, respond, hears: () => fake.say(said, respond) };
  }

  it('is written by the script that comes at first need, and that is said', async () => {
    const written = vi.fn().mockReturnValue(true);
    Object.assign(Document.prototype, { execCommand: written });
    const { fake, respond, hears } = await page(compose('a', ''));
    expect(hears()).toBe(true);
    await settle();
    expect(written).toHaveBeenCalledWith('insertText', false, 'Dear Ann,');
    expect(respond.mock.calls).toEqual([[true]]);
    expect(fake.sent.filter(({ name }) => name === 'loadCard')).toHaveLength(1);
    Reflect.deleteProperty(Document.prototype, 'execCommand');
  });

  it('is said not to be written when that script does not come', async () => {
    const { fake, respond, hears } = await page(compose('a', ''));
    fake.answers.set('loadCard', () => null);
    expect(hears()).toBe(true);
    await settle();
    expect(respond.mock.calls).toEqual([[false]]);
  });

  it.each([
    ['without such a mail', compose('a', 'tom@x.example'), true],
    ['before the consent', compose('a', ''), false],
  ])('finds a frame silent %s', async (_, html, consent) => {
    const { fake, respond, hears } = await page(html, consent);
    expect(hears()).toBe(false);
    await settle();
    expect(respond).not.toHaveBeenCalled();
    expect(fake.sent.some(({ name }) => name === 'loadCard')).toBe(false);
  });
});
