import type { RecoveryStep } from '@/lib/core/recovery-step';
import { text } from '@/lib/extension/text';
import { Icon, type IconName } from './Icon';
import { useMoment } from './moment';
import { settledBy, stepState } from './recovery-steps';
import { eventText, stepKeys } from './recovery-text';
import type { RecoveryView } from './recovery-view';

/** The six steps in order, each with how it stands and by what it was settled. */
export function RecoverySteps({ view }: { readonly view: RecoveryView }) {
  return (
    <section className="tab-box" aria-labelledby="steps">
      <h2 id="steps">{text('caseSteps')}</h2>
      <ol className="case-steps">
        {view.course.steps.map((step) => (
          <StepLine key={step.step} step={step} view={view} />
        ))}
      </ol>
      {view.course.isOpen && <p className="quiet">{text('caseSilenced')}</p>}
    </section>
  );
}

const icons: Readonly<Partial<Record<RecoveryStep['state'], IconName>>> = {
  done: 'check',
  skipped: 'skip',
  overdue: 'alert',
};

function StepLine({ step, view }: { readonly step: RecoveryStep; readonly view: RecoveryView }) {
  const moment = useMoment();
  const by = settledBy(step, view);
  const icon = icons[step.state];
  const isNow = step.step === view.course.next?.step;
  return (
    <li className={`case-step case-step-${step.state}`} aria-current={isNow ? 'step' : undefined}>
      <span className="case-step-mark" aria-hidden="true">
        {icon ? <Icon name={icon} size={14} /> : step.step}
      </span>
      <div className="case-step-text">
        <span className="case-step-name">{text(stepKeys[step.step])}</span>
        <span className="case-step-state">{stepState(step, moment)}</span>
        {by && (
          <bdi className="quiet">
            {eventText(by, moment)} · {text(by.aboutId === undefined ? 'caseByYou' : 'caseSeen')}
          </bdi>
        )}
      </div>
    </li>
  );
}
