import { addDays } from '@/lib/core/calendar';
import type { FieldValues } from '@/lib/core/template';
import type { TemplatePack } from '@/lib/core/template-pack';
import { daysFor } from '@/lib/core/template-values';
import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import type { Moment } from './moment';

/** What the fields would stand for in a mail to an invented contact, as far as the data of a real one would tell. */
export function sampleValues(pack: TemplatePack, moment: Moment, ownName?: string): FieldValues {
  const { when, date } = daysFor(pack, moment);
  const inDays = (days: number) => addDays(moment.today, days);
  const name = text('sampleName');
  return {
    firstName: firstName(name),
    name,
    company: text('sampleCompany'),
    ...(ownName === undefined ? {} : { ownName }),
    lastTopic: text('sampleTopic'),
    lastContactOn: when(inDays(-4)),
    plannedOn: when(inDays(2)),
    nextOn: when(inDays(1)),
    promisedOn: date(inDays(5)),
    remedyOn: date(inDays(7)),
    owner: text('sampleOwner'),
    manager: text('sampleManager'),
    extra: text('extraCard'),
  };
}
