import { extrasCost } from '@/lib/core/extras';
import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import type { RecoveryView } from './recovery-view';

/** What they asked for, what is planned and what they got, and what they got besides. */
export function RecoveryAgreed({ view: { course, contact } }: { readonly view: RecoveryView }) {
  const { involvement, extras } = course;
  const name = firstName(contact.name);
  const { total } = extrasCost(extras);
  const lines = [
    ['asked', text('caseAsked', name), involvement.asked],
    ['planned', text('casePlanned'), involvement.planned],
    ['given', text('caseGiven', name), involvement.given],
  ] as const;
  return (
    <section className="tab-box" aria-labelledby="agreed">
      <h2 id="agreed">{text('caseAgreed')}</h2>
      <dl className="case-agreed">
        {lines.map(([kind, label, words]) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd className={words === undefined ? 'quiet' : undefined}>
              <bdi>{words ?? text('caseNothingYet')}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>{text('caseExtras')}</dt>
          <dd className={extras.length === 0 ? 'quiet' : undefined}>
            {extras.length === 0 && text('caseNothingYet')}
            {extras.map((extra) => (
              <bdi key={`${extra.what} ${extra.cost}`}>
                {extra.cost === undefined ? extra.what : text('caseExtraOf', extra.what, extra.cost)}
              </bdi>
            ))}
            {total > 0 && extras.length > 1 && <span className="quiet">{text('caseExtrasCost', total)}</span>}
          </dd>
        </div>
      </dl>
    </section>
  );
}
