import { plainName } from '@/lib/core/address';
import { isAutoReplySubject, isCalendarSubject, returnedOf } from '@/lib/core/subject';

/** Marks that mail programs put before a subject when it is answered or passed on, in the languages of their users. */
const marks = new Set(
  `re res rif r aw antw antwort sv vs vl va vá ynt odp отв re回复 fw fwd wg tr rv enc doorst ilt pd i vb trs
   回复 答复 回覆 转发 轉寄 返信 転送 회신 전달 השב הועבר رد`.split(/\s+/),
);
const mark = /^([\p{L}\p{M}]{1,8})(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})? ?[:：] ?/u;

/** What a mail is about: its subject without `Re:` and its like. `undefined`: nothing is left, or a machine wrote it. */
export function topicOf(subject: string | undefined): string | undefined {
  if (subject === undefined || isMachines(subject)) return undefined;
  let topic = plainName(subject);
  for (let found = mark.exec(topic); found && marks.has(`${found[1]}`.toLowerCase()); found = mark.exec(topic)) {
    topic = topic.slice(found[0].length);
  }
  return topic === '' || isMachines(topic) ? undefined : topic;
}

function isMachines(subject: string): boolean {
  return isAutoReplySubject(subject) || isCalendarSubject(subject) || returnedOf(subject) !== undefined;
}
