import { plainName } from '@/lib/core/address';

/** What a template may name and the data may know. */
export const knownFields = [
  'firstName',
  'name',
  'company',
  'ownName',
  'lastTopic',
  'lastContactOn',
  'plannedOn',
  'nextOn',
  'promisedOn',
  'remedyOn',
  'owner',
  'manager',
  'extra',
] as const;

/**
 * What is the user's to type each time, because what was noted about a customer never goes into a mail to them by
 * itself.
 */
export const typedFields = [
  'promiseAbout',
  'happened',
  'explanation',
  'prevention',
  'agreed',
  'progress',
  'given',
  'answer',
  'question',
  'benefit',
  'renewalOn',
  'referred',
  'referrer',
  'predecessor',
] as const;

/** All that a template may name. */
export const fieldNames = [...knownFields, ...typedFields] as const;
/** One of `fieldNames`. */
export type FieldName = (typeof fieldNames)[number];
/** What the fields stand for. A blank value is a missing one. */
export type FieldValues = Readonly<Partial<Record<FieldName, string>>>;

/** A mail before its fields are filled in: a field is `{{firstName}}`, or `{{firstName|there}}` with its fall-back. */
export interface Wording {
  /** `undefined`: an answer, which keeps its subject. */
  readonly subject?: string;
  readonly text: string;
}

/** A stretch of plain text, or a field as it was written. */
export type TemplatePart =
  | { readonly text: string }
  | {
      /** As written; `field` is the one it means. `undefined`: there is none of that name. */
      readonly written: string;
      readonly name: string;
      readonly field?: FieldName;
      /** `undefined`: none was given. An empty one means that the field may be left out. */
      readonly fallback?: string;
    };

/** Where a field ended up, in UTF-16 units of subject or text. `nothing`: it still stands there as it was written. */
export interface FieldSpan {
  readonly part: 'subject' | 'text';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly from: 'value' | 'fallback' | 'nothing';
}

/** A mail to look at. It may be inserted only if nothing is left unresolved. */
export interface FilledWording extends Wording {
  /** Fields without value and fall-back, and names that are no field, each once, in the order of their first place. */
  readonly unresolved: readonly string[];
  readonly spans: readonly FieldSpan[];
}

const fieldPattern = /\{\{[ \t]*(\p{L}[\p{L}\p{N}_]{0,39})[ \t]*(?:\|([^{}\r\n]{0,200}))?\}\}/gu;
const fieldsByName: ReadonlyMap<string, FieldName> = new Map(fieldNames.map((field) => [field.toLowerCase(), field]));

/** The field of that name, in whatever letters it is written. `undefined`: there is none. */
export function fieldNamed(name: string): FieldName | undefined {
  return fieldsByName.get(name.toLowerCase());
}

/** The parts of a text, in order; put together again they are the text. Braces that are no field are text. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const found of text.matchAll(fieldPattern)) {
    const [written, name = '', fallback] = found;
    if (found.index > end) parts.push({ text: text.slice(end, found.index) });
    const field = fieldNamed(name);
    parts.push({ written, name, ...(field ? { field } : {}), ...(fallback === undefined ? {} : { fallback }) });
    end = found.index + written.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The mail with what is known filled in. Values are text on one line; nothing inside them is filled in again. */
export function fillTemplate({ subject, text }: Wording, values: FieldValues): FilledWording {
  const body = fillText('text', text, values);
  if (subject === undefined) return { text: body.text, unresolved: unresolvedOf(body.spans), spans: body.spans };
  const head = fillText('subject', subject, values);
  const spans = [...head.spans, ...body.spans];
  return { subject: head.text, text: body.text, unresolved: unresolvedOf(spans), spans };
}

function fillText(part: FieldSpan['part'], text: string, values: FieldValues) {
  const spans: FieldSpan[] = [];
  let filled = '';
  for (const one of parseTemplate(text)) {
    if ('text' in one) {
      filled += one.text;
      continue;
    }
    const value = one.field && plainName(values[one.field] ?? '');
    // A name that is no field is most likely a slip of the pen: its fall-back would hide that for good.
    const fallback = one.field && one.fallback?.trim();
    const start = filled.length;
    filled += value || (fallback ?? one.written);
    const from = value ? 'value' : fallback === undefined ? 'nothing' : 'fallback';
    spans.push({ part, start, end: filled.length, name: one.field ?? one.name, from });
  }
  return { text: filled, spans };
}

function unresolvedOf(spans: readonly FieldSpan[]): readonly string[] {
  return [...new Set(spans.filter(({ from }) => from === 'nothing').map(({ name }) => name))];
}
