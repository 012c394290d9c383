import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Refusal } from '@/lib/services/context';
import { errorKeyOf } from '@/lib/services/failure';
import { tabBudget } from './budget';
import { newId } from './new-id';
import { type MessageName, protocol, type RequestOf } from './protocol';
import { type Caller, dispatch, type Gate, type Handlers, handlersFor, isRequest, type Sender } from './server';

const ownOrigin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const id = newId();
const contactId = newId();
const account = { addresses: [], index: '' };

/** One well-formed request per route; a route without one does not compile. */
const requests: { readonly [N in MessageName]: RequestOf<N> } = {
  hello: {},
  reportSightings: { site: 'gmail', view: 'list', folder: 'inbox', language: 'en', account, sightings: [] },
  holdSend: { id, site: 'gmail', account, recipients: [] },
  settleSend: { outcome: 'sent' },
  loadCard: {},
  openSidePanel: { contactId },
  getCard: { contactId },
  getTrackChoices: { mailbox: 'ann@acme.example' },
  track: { id, people: [{ mailbox: 'ann@acme.example', as: 'customer' }] },
  setLastInTouch: { id, contactId, when: 'longer' },
  logInteraction: { id, contactId, kind: 'call', outcome: 'reached' },
  moveInteraction: { id, interactionId: 'x', occurredOn: '2026-08-04' },
  addNote: { id, contactId, note: 'x' },
  noReplyNeeded: { id, contactId, interactionId: 'x' },
  snooze: { id, contactId, untilOn: '2026-08-05' },
  openRecovery: { id, contactId },
  showRecovery: { recoveryId: contactId },
  untrack: { id, contactId },
  wrongPerson: { id, contactId, address: 'ann@acme.example' },
  discountInteraction: { id, contactId, interactionId: 'x' },
  neverBadge: { id, address: 'ann@acme.example' },
  undo: { id, actId: id },
  reportHealth: { site: 'gmail', view: 'list', rows: 20, people: 0, missed: 0 },
  turnSite: { id, origin: 'https://mail.google.com', isOff: true },
  hideBadges: { id },
  giveConsent: { id, ownAddresses: [] },
  changeSettings: { id },
  answerAway: { id, fromOn: '2026-11-02', toOn: '2026-11-13', wasAway: true },
  sortPeople: { mailboxes: [] },
  skip: { id, contactId },
  bulk: { id, contactIds: [contactId], what: { do: 'pause' } },
  readDay: { text: 'next Monday' },
  addContact: { id, name: 'Ann', stage: 'lead' },
  editContact: { id, contactId },
  pause: { id, contactId },
  resume: { id, contactId },
  leaveCompany: { id, contactId },
  answerDuplicate: { id, contactId, otherId: contactId, isOne: true },
  editAccount: { id, accountId: 'acme.example' },
  planFollowUp: { id, contactId, dueOn: '2026-12-01', channel: 'call' },
  editRecovery: { id, recoveryId: contactId, manager: null },
  recordRecovery: { id, recoveryId: contactId, deed: { kind: 'extra', what: 'A visit' } },
  takeBackRecovery: { id, recoveryId: contactId, eventId: 'event' },
  settleFollowUp: { id, followUpId: id, happened: true, note: 'A visit' },
  moveFollowUp: { id, followUpId: id, dueOn: '2026-08-20' },
  planSeries: { id, contactId, kind: 'birthday', on: '02-29' },
  setReferrer: { id, contactId, referrerId: null },
  answerPromise: { id, promiseId: 'x', keeps: true },
  settlePromise: { id, promiseId: 'x', outcome: 'kept' },
  saveCopy: { id },
  bringBackCopy: { id, text: '', dryRun: true },
  repair: { id, choice: 'start-empty' },
  insertText: { contactId, text: 'Dear Ann' },
  siteGranted: { origin: 'https://mail.acme.example' },
};
const names = Object.keys(protocol) as MessageName[];

const senders: Record<string, Sender> = {
  popup: { id: 'us', url: `${ownOrigin}/popup.html` },
  'popup in a tab': { id: 'us', url: `${ownOrigin}/popup.html`, tab: { id: 3 } },
  'granted page': { id: 'us', url: 'https://mail.google.com/mail/u/0/', tab: { id: 4 } },
  'granted frame on plain http': { id: 'us', url: 'http://mail.acme.example:8080/?_task=mail', tab: { id: 4 } },
  'page not granted': { id: 'us', url: 'https://evil.example/', tab: { id: 5 } },
  'granted page without tab': { id: 'us', url: 'https://mail.google.com/mail/u/0/' },
  'blank frame': { id: 'us', url: 'about:blank', tab: { id: 5 } },
  'page without address': { id: 'us', tab: { id: 5 } },
  'look-alike of ours': { id: 'us', url: `${ownOrigin}.evil.example/popup.html`, tab: { id: 5 } },
  'other extension': { id: 'them', url: 'chrome-extension://them/popup.html' },
};
const mayAll = ['popup', 'popup in a tab'];
const mayPage = ['granted page', 'granted frame on plain http'];

function bench() {
  const called: string[] = [];
  const handlers: Handlers = handlersFor(protocol, async (name) => {
    called.push(name);
    return null as never;
  });
  const gate: Gate = {
    ownId: 'us',
    ownOrigin,
    isGranted: (url) => Promise.resolve(/^https?:\/\/mail\./.test(url)),
    hasBudget: () => true,
    explain: errorKeyOf,
  };
  return { called, handlers, gate };
}

describe('who may say what', () => {
  const table = names.flatMap((name) => Object.keys(senders).map((who) => ({ name, who })));

  it.each(table)('$name from $who', async ({ name, who }) => {
    const { called, handlers, gate } = bench();
    const reply = await dispatch({ name, request: requests[name] }, senders[who] ?? {}, handlers, gate);
    const allowed = mayAll.includes(who) || (protocol[name].from === 'page' && mayPage.includes(who));
    expect(called).toEqual(allowed ? [name] : []);
    if (allowed) expect(reply).toEqual({ ok: true, value: null });
    else expect(reply).toEqual(who === 'other extension' ? undefined : { ok: false, error: 'errorDenied' });
  });
});

it('tells which frame spoke, and where its tab stands now, which the frame may not know', async () => {
  const callers: Caller[] = [];
  const handlers: Handlers = handlersFor(protocol, async (_name, _request, caller) => {
    callers.push(caller);
    return null as never;
  });
  const url = 'https://mail.google.com/mail/u/0/';
  for (const sender of [{ tab: { id: 4, url: `${url}#sent` }, frameId: 7 }, { tab: { id: 4 } }]) {
    await dispatch({ name: 'hello', request: {} }, { id: 'us', url, ...sender }, handlers, bench().gate);
  }
  expect(callers).toEqual([
    { origin: 'https://mail.google.com', tabId: 4, frameId: 7, tabUrl: `${url}#sent` },
    { origin: 'https://mail.google.com', tabId: 4 },
  ]);
});

describe('what is not understood', () => {
  const popup = senders.popup ?? {};

  it('is left to others if it is no message of ours', async () => {
    const { handlers, gate } = bench();
    for (const message of [
      undefined,
      null,
      7,
      'hello',
      {},
      { name: 'peopleOnPage' },
      { name: 'toString', request: {} },
    ]) {
      expect(isRequest(message)).toBe(false);
      expect(await dispatch(message, popup, handlers, gate)).toBeUndefined();
    }
  });

  it('is refused if the request is not of its form', async () => {
    const { called, handlers, gate } = bench();
    for (const request of [undefined, null, [], { id: 'short', contactId }, { id, contactId, kind: 'gift' }]) {
      expect(await dispatch({ name: 'logInteraction', request }, popup, handlers, gate)).toEqual({
        ok: false,
        error: 'errorBadRequest',
      });
    }
    expect(called).toEqual([]);
  });

  it('never throws and never reaches a handler, whatever JSON comes', async () => {
    const mutated = fc.oneof(
      fc.jsonValue(),
      fc.record({ name: fc.constantFrom(...names, '__proto__', 'constructor'), request: fc.jsonValue() }),
      fc.tuple(fc.constantFrom(...names), fc.string(), fc.jsonValue()).map(([name, key, value]) => {
        return { name, request: { ...requests[name], id: 'not an id', contactId: 7, [key]: value } };
      }),
    );
    const lenient = new Set<string>([
      'hello',
      'settleSend',
      'loadCard',
      'getTrackChoices',
      'sortPeople',
      'readDay',
      'siteGranted',
      'showRecovery',
      'reportSightings',
      'reportHealth',
    ]);
    await fc.assert(
      fc.asyncProperty(mutated, fc.constantFrom(...Object.values(senders)), async (message, sender) => {
        const { called, handlers, gate } = bench();
        await dispatch(message, sender, handlers, gate);
        expect(called.filter((name) => !lenient.has(name))).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

describe('failures', () => {
  const popup = senders.popup ?? {};
  const failing = (error: unknown) =>
    handlersFor(protocol, async (): Promise<never> => {
      throw error;
    });
  const named = (name: string, inner?: unknown) => Object.assign(new Error('ann@acme.example'), { name, inner });

  it.each([
    [new Refusal('errorNotFound'), 'errorNotFound'],
    [named('QuotaExceededError'), 'errorDiskFull'],
    [named('AbortError', named('QuotaExceededError')), 'errorDiskFull'],
    [named('DatabaseClosedError'), 'errorDatabase'],
    [named('OpenFailedError', named('UnknownError')), 'errorDatabase'],
    [new TypeError('x'), 'errorUnexpected'],
    ['a string', 'errorUnexpected'],
    [undefined, 'errorUnexpected'],
  ])('%s travels as a key', async (error, key) => {
    const { gate } = bench();
    const reply = await dispatch({ name: 'getCard', request: requests.getCard }, popup, failing(error), gate);
    expect(reply).toEqual({ ok: false, error: key });
  });

  it('a gate that fails is a refusal too', async () => {
    const { called, handlers, gate } = bench();
    const broken = { ...gate, isGranted: vi.fn().mockRejectedValue(new Error('no permissions API')) };
    const reply = await dispatch(
      { name: 'hello', request: requests.hello },
      senders['granted page'] ?? {},
      handlers,
      broken,
    );
    expect([reply?.ok, called]).toEqual([false, []]);
  });
});

it('gives each tab a budget that fills again', () => {
  let now = 0;
  const hasBudget = tabBudget(() => now, 3, 1);
  expect([1, 2, 3, 4].map(() => hasBudget(1))).toEqual([true, true, true, false]);
  expect(hasBudget(2)).toBe(true);
  now = 2_000;
  expect([1, 2, 3].map(() => hasBudget(1))).toEqual([true, true, false]);
  now = 0;
  expect(hasBudget(1)).toBe(false);
});
