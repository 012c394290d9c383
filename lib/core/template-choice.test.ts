import { describe, expect, it } from 'vitest';
import type { PlanReason } from './follow-up';
import type { LifecycleStage } from './model';
import type { RecoveryAct } from './recovery-step';
import type { Situation } from './situation';
import { fillTemplate } from './template';
import { type CaseStep, templateFor, templatesForPlan, templatesForStep } from './template-choice';
import { templatesInEnglish } from './templates-en';

const { templates } = templatesInEnglish;
const situations = {
  gone: 'ask-successor',
  'answer-owed': 'answer-owed',
  'mail-came-back': 'after-bounce',
  'promise-broken': 'new-date',
  'plan-passed': 'new-date',
  introduction: 'introduction',
  'plan-today': 'planned',
  'tried-call': 'tried-call',
  'tried-mail': 'tried-mail',
  'plan-ahead': 'keep-in-touch',
  'mail-to-check': 'keep-in-touch',
  'sent-unseen': 'keep-in-touch',
  'colleague-answered': 'after-colleague',
  'often-skipped': 'longer-pause',
  'never-seen': 'first-hello',
  'lead-silent': 'lead-again',
  'at-risk': 'at-risk',
  'fading-away': 'how-are-you',
  'they-wrote-last': 'write-back',
  'you-wrote-last': 'follow-up-own',
  'after-call': 'after-call',
  'after-meeting': 'after-meeting',
  'after-chat': 'after-chat',
  'past-customer': 'thinking-of-you',
  'on-track': 'keep-in-touch',
} as const satisfies Partial<Record<Situation, string>>;
const entries = Object.entries(situations) as [Situation, keyof typeof templates][];
const pick = (situation: Situation, stage: LifecycleStage = 'customer', step?: CaseStep) =>
  templateFor({ situation }, { stage, clock: { lastContactKind: 'chat' } }, step);

describe('the wording for a next step', () => {
  it.each(entries)('%s: %s', (situation, key) => {
    expect(pick(situation)).toBe(key);
    expect(templates[key].text).not.toBe('');
  });

  it('answers a lead as one, and tries again with who was lost; others who rest are left alone', () => {
    expect(pick('answer-owed', 'lead')).toBe('lead-answer');
    for (const situation of ['resting', 'plan-today', 'plan-passed'] as const) {
      expect(pick(situation, 'lost')).toBe('win-back');
    }
    expect(pick('gone', 'lost')).toBe('ask-successor');
    expect(pick('resting')).toBeUndefined();
  });

  it('thanks for no chat that there was not', () => {
    const baseline = { stage: 'customer', clock: { lastContactKind: 'baseline' } } as const;
    expect(templateFor({ situation: 'after-chat' }, baseline)).toBe('keep-in-touch');
  });

  it('goes by the case while one is open', () => {
    expect(pick('they-wrote-last', 'customer', { act: 'check' })).toBe('check');
    expect(pick('they-wrote-last', 'lead', { act: 'apologise', wantsNote: true })).toBe('holding-note');
    // Whether an apology may be offered is known only where the other cases are.
    expect(pick('they-wrote-last', 'customer', { act: 'apologise' })).toBeUndefined();
  });
});

describe('the wording for a step of a recovery', () => {
  const acts: Readonly<Record<RecoveryAct, string>> = {
    'name-manager': 'ask-manager',
    apologise: 'apology',
    'ask-how': 'ask-how',
    plan: 'plan',
    promise: 'remedy-promise',
    'tell-status': 'status-note',
    fix: 'fixed',
    extra: 'extra',
    check: 'check',
    'ask-repeat': 'repeat-business',
    close: 'case-closed',
  };
  it.each(Object.entries(acts) as [RecoveryAct, string][])('%s: %s', (act, key) => {
    expect(templatesForStep({ act, allowsStockApology: true })).toEqual([key]);
  });

  it.each<[string, CaseStep, string[]]>([
    ['a broken promise', { act: 'apologise', allowsStockApology: true, fault: 'broken-promise' }, ['apology-promise']],
    ['a second failure', { act: 'apologise', allowsStockApology: false, fault: 'broken-promise' }, ['escalation']],
    ['not OK', { act: 'promise', isAgain: true }, ['remedy-again']],
    ['not OK, and then fixed', { act: 'fix', isAgain: true }, ['fixed']],
    [
      'opened in the evening',
      { act: 'apologise', allowsStockApology: true, wantsNote: true },
      ['holding-note', 'apology'],
    ],
    ['nobody leads it yet', { act: 'name-manager', wantsNote: true }, ['holding-note', 'ask-manager']],
    ['a closed case', {}, []],
  ])('%s', (_name, step, keys) => {
    expect(templatesForStep(step)).toEqual(keys);
  });
});

const planned: Readonly<Record<PlanReason, string[]>> = {
  introduction: ['introduction'],
  'try-again': ['win-back'],
  'referral-lead': ['referral-lead'],
  'renewal-90': ['renewal-90'],
  'renewal-60': ['renewal-60'],
  'renewal-30': ['renewal-30'],
  review: ['review-agenda', 'review-benefit'],
  'extension-thanks': ['extension-thanks'],
  'referral-thanks': ['referral-thanks'],
  birthday: ['birthday'],
  anniversary: ['anniversary'],
};

describe('the wording for what was planned', () => {
  it.each(Object.entries(planned) as [PlanReason, string[]][])('%s: %s', (kind, keys) => {
    expect(templatesForPlan(kind)).toEqual(keys);
  });

  it('asks at the review what they got', () => {
    expect(fillTemplate(templates['review-benefit'], {}).unresolved).toEqual(['benefit']);
  });
});

it('every template is offered for something', () => {
  const offered = [
    ...entries.map(([situation]) => pick(situation)),
    pick('answer-owed', 'lead'),
    'win-back',
    ...[
      'name-manager',
      'ask-how',
      'plan',
      'promise',
      'tell-status',
      'fix',
      'extra',
      'check',
      'ask-repeat',
      'close',
    ].flatMap((act) => templatesForStep({ act: act as RecoveryAct })),
    'holding-note',
    'apology',
    'apology-promise',
    'escalation',
    'remedy-again',
    ...Object.values(planned).flat(),
  ];
  expect(Object.keys(templates).filter((key) => !offered.includes(key))).toEqual([]);
});
