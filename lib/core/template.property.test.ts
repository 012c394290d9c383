import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainName } from './address';
import { type FieldValues, fieldNames, fillTemplate, parseTemplate } from './template';

const field = fc.constantFrom(...fieldNames);
/** Text that likes braces, bars and names of fields. */
const bracy = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('{', '{{', '}}', '}', '|', ' ', '\n', ...fieldNames)))
  .map((pieces) => pieces.join(''));
const plain = bracy.map((text) => text.replaceAll('{', ''));
const value = fc.oneof(bracy, fc.constantFrom('', '  ', '{{company}}', '{{name|you}}', 'a\r\nBcc: b@norrsken.example'));
const values: fc.Arbitrary<FieldValues> = fc.dictionary(field, value, { noNullPrototype: true });
const fallback = fc.string().map((text) => text.replace(/[{}\r\n]/g, ''));
const piece = fc.oneof(
  plain,
  field.map((name) => `{{${name}}}`),
  fc.tuple(field, fallback).map(([name, text]) => `{{ ${name} |${text}}}`),
);
const template = fc.array(piece).map((pieces) => pieces.join(''));
const anyText = fc.oneof(bracy, template);

describe('a template', () => {
  it('never throws, whatever is written and whatever is known', () => {
    fc.assert(
      fc.property(anyText, fc.option(anyText, { nil: undefined }), values, (text, subject, known) => {
        const filled = fillTemplate({ text, ...(subject === undefined ? {} : { subject }) }, known);
        expect(typeof filled.text).toBe('string');
        expect(filled.subject === undefined).toBe(subject === undefined);
      }),
    );
  });

  it('is its parts put together again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = parseTemplate(text);
        expect(parts.map((part) => ('text' in part ? part.text : part.written)).join('')).toBe(text);
      }),
    );
  });

  it('leaves plain text as it is', () => {
    fc.assert(
      fc.property(plain, values, (text, known) => {
        expect(fillTemplate({ text }, known)).toEqual({ text, unresolved: [], spans: [] });
      }),
    );
  });

  it('filled in once more, is the same, where no value holds a field', () => {
    fc.assert(
      fc.property(template, values, (text, known) => {
        const tame: FieldValues = Object.fromEntries(
          Object.entries(known).map(([name, one]) => [name, one.replace(/[{}]/g, '')]),
        );
        const once = fillTemplate({ text }, tame).text;
        expect(fillTemplate({ text: once }, tame).text).toBe(once);
      }),
    );
  });

  it('takes the fall-back exactly when the value is missing', () => {
    fc.assert(
      fc.property(field, fallback, value, (name, text, known) => {
        const filled = fillTemplate({ text: `{{${name}|${text}}}` }, { [name]: known });
        const shown = fillTemplate({ text: `{{${name}}}` }, { [name]: known });
        const isMissing = shown.unresolved.length > 0;
        expect(filled.unresolved).toEqual([]);
        expect(filled.spans.map(({ from }) => from)).toEqual([isMissing ? 'fallback' : 'value']);
        expect(filled.text).toBe(isMissing ? text.trim() : shown.text);
        if (/[\p{L}\p{N}]/u.test(known)) expect(isMissing).toBe(false);
        if (known.trim() === '') expect(isMissing).toBe(true);
      }),
    );
  });

  it('does not fill in again what a value brings with it, and lets no value break the line', () => {
    fc.assert(
      fc.property(field, value, (name, known) => {
        const { text } = fillTemplate(
          { text: `<{{${name}|}}>` },
          { company: 'Norrsken', name: 'Marta', [name]: known },
        );
        expect(text).toBe(`<${plainName(known)}>`);
        expect(text).not.toMatch(/[\r\n\t]/);
      }),
    );
  });

  it('says of every field where it is, and refuses exactly where one has nothing', () => {
    fc.assert(
      fc.property(template, template, values, (subject, text, known) => {
        const filled = fillTemplate({ subject, text }, known);
        const wanted = [subject, text].flatMap(parseTemplate).filter((part) => 'written' in part);
        expect(filled.spans.map(({ name }) => name)).toEqual(wanted.map(({ field: one, name }) => one ?? name));
        const texts = { subject: filled.subject ?? '', text: filled.text };
        filled.spans.forEach(({ part, start, end, from }, index) => {
          const there = texts[part].slice(start, end);
          if (from === 'nothing') expect(there).toBe(wanted[index]?.written);
          if (from === 'fallback') expect(there).toBe(wanted[index]?.fallback?.trim());
        });
        const isRefused = filled.spans.some(({ from }) => from === 'nothing');
        expect(filled.unresolved.length > 0).toBe(isRefused);
      }),
    );
  });
});
