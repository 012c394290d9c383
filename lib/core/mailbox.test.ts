import emailAddresses from 'email-addresses';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMailbox } from './mailbox';

describe('parseMailbox', () => {
  it.each([
    ['ann@acme.example', 'ann@acme.example', ''],
    ['Ann Lee <Ann@Acme.Example>', 'ann@acme.example', 'Ann Lee'],
    ['"Lee, Ann" <ann@acme.example>', 'ann@acme.example', 'Lee, Ann'],
    ['J. R. Smith <j@acme.example>', 'j@acme.example', 'J. R. Smith'],
    ['Ann (Sales) <ann@acme.example>', 'ann@acme.example', 'Ann'],
    ['=?UTF-8?Q?J=C3=B6rg?= <j@acme.example>', 'j@acme.example', '=?UTF-8?Q?J=C3=B6rg?='],
    ['陈伟 <wei@harbour.example>', 'wei@harbour.example', '陈伟'],
    // RFC 5322 §4.4, obsolete route.
    ['<@relay.example:ann@acme.example>', 'ann@acme.example', ''],
    // Pages do not quote names.
    ['Müller, Jörg <j@acme.example>', 'j@acme.example', 'Müller, Jörg'],
    ['Lee, Ann (Acme) <ann@acme.example>', 'ann@acme.example', 'Lee, Ann (Acme)'],
    ['ann@acme.example <ann@acme.example>', 'ann@acme.example', ''],
    // The name may lie, the address does not.
    ['"boss@corp.example" <evil@evil.example>', 'evil@evil.example', ''],
    ['"boss＠corp.example" <evil@evil.example>', 'evil@evil.example', ''],
    ['Ann\u202eeeL <ann@acme.example>', 'ann@acme.example', 'AnneeL'],
    ['(a (b) evil@evil.example) good@corp.example', 'good@corp.example', ''],
  ])('%j → %s', (text, address, name) => expect(parseMailbox(text)).toEqual({ address, name }));

  it.each([
    ['two addresses', 'a@x.example, b@x.example'],
    ['a group', 'Team: a@x.example, b@x.example;'],
    ['a group with a quoted semicolon', '"a;b": a@x.example;'],
    ['a blank inside', 'user@corp .example'],
    ['a quoted local part', '"xclow3n@gmail.com x"@internal.example'],
    ['a harmless quoted local part', '"ann"@x.example'],
    ['an address in quotes before the at', '"a@evil.example"@good.example'],
    ['two brackets', 'Ann <ann@x.example> <b@x.example>'],
    ['bracket in a name', 'x <victim@corp.example> <evil@x.example>'],
    ['unquoted address as a name', 'boss@corp.example <evil@x.example>'],
    ['comment that opens in the name', 'Ann (x <good@x.example>'],
    ['quote that opens in the name', 'Ann "x <good@x.example>'],
    ['nothing', ''],
    ['only a name', 'me'],
    ['dots', '...'],
    ['address literal', 'a@[127.0.0.1]'],
    ['comments in comments', `${'('.repeat(400)}a@b.example`],
    ['too long', `${'x'.repeat(990)} <a@b.example>`],
    ['encoded at', '=?utf-8?q?=61=40evil.example?=@good.example x'],
  ])('refuses %s', (_what, text) => expect(parseMailbox(text)).toBeUndefined());
});

it('reads plain mailboxes as the RFC parser does, without asking it', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9éß陈'-]{1,8}$/);
  const names = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const local = fc.stringMatching(/^[a-z0-9][a-z0-9._+-]{0,8}$/);
  fc.assert(
    fc.property(names, local, (name, who) => {
      const text = `${name} <${who}@acme.example>`;
      const strict = emailAddresses.parseOneAddress({ input: text, rfc6532: true });
      if (strict?.type !== 'mailbox') return;
      expect(parseMailbox(text)).toEqual({ address: strict.address, name: strict.name });
    }),
  );
});
