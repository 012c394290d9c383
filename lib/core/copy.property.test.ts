import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aPromise } from '@/tests/support/promise-rows';
import { story } from '@/tests/support/recovery-rows';
import { aContact, aMail } from '@/tests/support/rows';
import { type CopyContent, makeCopy, mergeCopy, readCopy } from './copy';

const stamp = { updatedAt: fc.integer({ min: 1, max: 4 }), updatedBy: fc.constantFrom('device-1', 'device-2') };
const base = aContact();
const mail = aMail('2026-11-03 09:00', 'in');
const contact = fc
  .record({
    id: fc.constantFrom('01JAAAAAAAAAAAAAAAAAAAAAAA', '01JBBBBBBBBBBBBBBBBBBBBBBB', '01JCCCCCCCCCCCCCCCCCCCCCCC'),
    name: fc.constantFrom('Ann', 'Bea'),
    deletedAt: fc.option(fc.constant(3), { nil: undefined }),
    ...stamp,
  })
  .map((changes) => ({ ...base, ...changes }));
const address = fc.record({
  address: fc.constantFrom('a@x.example', 'b@x.example'),
  contactId: fc.constantFrom('01JAAAAAAAAAAAAAAAAAAAAAAA', '01JBBBBBBBBBBBBBBBBBBBBBBB'),
  role: fc.constant<'own'>('own'),
  ...stamp,
});
const interaction = fc
  .record({ id: fc.constantFrom('i1', 'i2', 'i3'), note: fc.constantFrom('x', 'y') })
  .map((changes) => ({ ...mail, ...changes }));
const account = fc.record({
  id: fc.constantFrom('x.example', 'y.example'),
  name: fc.constantFrom('X', 'Y'),
  domains: fc.constant(['x.example']),
  ...stamp,
});
const followUp = fc.record({
  id: fc.constantFrom('01JDDDDDDDDDDDDDDDDDDDDDDD', '01JEEEEEEEEEEEEEEEEEEEEEEE'),
  contactId: fc.constant(base.id),
  dueOn: fc.constantFrom('2026-12-01', '2026-12-02'),
  channel: fc.constantFrom('call', 'mail'),
  madeAt: fc.constant(1),
  ...stamp,
});
const recovery = fc
  .record({ id: fc.constantFrom('01JR0000000000000000000001', '01JR0000000000000000000002'), ...stamp })
  .map((changes) => ({ ...story.opened, ...changes }));
const recoveryEvent = fc
  .record({ id: fc.constantFrom('e1', 'e2', 'e3'), note: fc.constantFrom('x', 'y') })
  .map((changes) => ({ ...story.planned, ...changes }));
const promise = fc
  .record({ id: fc.constantFrom('p1', 'p2', 'p3'), outcome: fc.constantFrom('kept', 'broken'), ...stamp })
  .map((changes) => aPromise(changes));
const unique = <T>(rows: fc.Arbitrary<T>, key: (row: T) => string) =>
  fc.uniqueArray(rows, { selector: key, maxLength: 3 });
const content: fc.Arbitrary<CopyContent> = fc.record({
  contacts: unique(contact, (row) => row.id),
  addresses: unique(address, (row) => row.address),
  accounts: unique(account, (row) => row.id),
  followUps: unique(followUp, (row) => row.id),
  recoveries: unique(recovery, (row) => row.id),
  recoveryEvents: unique(recoveryEvent, (row) => row.id),
  promises: unique(promise, (row) => row.id),
  interactions: unique(interaction, (row) => row.id),
});

it('merging is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(content, content, content, (a, b, c) => {
      const ab = mergeCopy(a, b);
      expect(mergeCopy(b, a)).toEqual(ab);
      expect(mergeCopy(ab, c)).toEqual(mergeCopy(a, mergeCopy(b, c)));
      expect(mergeCopy(ab, ab)).toEqual(ab);
      expect(mergeCopy(ab, b)).toEqual(ab);
    }),
    { numRuns: 500 },
  );
});

it('every copy that is written can be read', () => {
  fc.assert(
    fc.property(content, (a) => {
      expect(readCopy(makeCopy(a, 1))).toEqual({ ok: true, savedAt: 1, content: JSON.parse(JSON.stringify(a)) });
    }),
  );
});

it('no file makes it throw or reaches the prototypes', () => {
  const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
  const keyed = fc
    .tuple(fc.constantFrom('__proto__', 'constructor', 'prototype', 'contacts'), json)
    .map(([name, value]) => `{"format":"holdfast-copy","version":1,"savedAt":1,"${name}":${value}}`);
  fc.assert(
    fc.property(fc.oneof(json, keyed, fc.string()), (text) => {
      expect(readCopy(text).ok).toBe(false);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});
