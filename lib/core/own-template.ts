import type { Ulid } from '@/lib/core/model';
import { parseTemplate, type Wording } from '@/lib/core/template';
import type { Template } from '@/lib/core/template-pack';

/** A ready wording that the user wrote. */
export interface OwnTemplate extends Template {
  readonly id: Ulid;
}

/** So many of one's own are enough; more could not be chosen from. */
export const mostTemplates = 100;

/** Names in double braces that are no field, each once, as they are written. */
export function unknownFields({ subject = '', text }: Wording): readonly string[] {
  const parts = [subject, text].flatMap(parseTemplate);
  return [...new Set(parts.flatMap((part) => ('name' in part && part.field === undefined ? [part.name] : [])))];
}
