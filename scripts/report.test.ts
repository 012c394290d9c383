import { describe, expect, it } from 'vitest';
import { checkOutcome, closingLines, outcomeOf } from './report.ts';

const file = (
  states: readonly string[],
  { errors = [], suiteErrors = [] }: { errors?: string[]; suiteErrors?: string[] } = {},
) => ({
  moduleId: '/somewhere/a.test.ts',
  errors: () => errors.map((message) => ({ message })),
  children: {
    allTests: () => states.map((state, index) => ({ fullName: `test ${index}`, result: () => ({ state }) })),
    allSuites: () => [{ errors: () => suiteErrors.map((message) => ({ message })) }],
  },
});

describe('outcomeOf', () => {
  it.each([
    ['all green', [file(['passed', 'passed'])], [], 2, []],
    ['one red', [file(['passed', 'failed'])], [], 1, ['a.test.ts: test 1']],
    [
      'a file that does not load',
      [file(['passed']), file([], { errors: ['no such module'] })],
      [],
      1,
      ['a.test.ts: no such module'],
    ],
    ['a hook that failed', [file(['passed'], { suiteErrors: ['disk full'] })], [], 1, ['a.test.ts: disk full']],
    [
      'an error outside any test',
      [file(['passed'])],
      ['window is not defined'],
      1,
      ['outside any test: window is not defined'],
    ],
    ['no test found', [], [], 0, ['no test was found']],
  ] as const)('%s', (_name, modules, stray, passed, failures) => {
    const outcome = outcomeOf(
      modules,
      stray.map((message) => ({ message })),
    );
    expect(outcome).toMatchObject({ passed, failed: failures.length, failures });
  });

  it('names what was skipped', () => {
    expect(outcomeOf([file(['passed', 'skipped'])], []).skipped).toEqual(['a.test.ts: test 1']);
  });
});

describe('closingLines', () => {
  it('ends with the verdict; what was not run and what failed is named before it', () => {
    const lines = closingLines(
      [
        { passed: 2, failed: 0, skipped: [], failures: [] },
        { passed: 1, failed: 1, skipped: ['sends mail'], failures: ['a.test.ts: keeps the date'] },
        checkOutcome('Types', false),
      ],
      [{ what: 'Firefox smoke journey', how: 'apt-get install firefox-esr' }],
    );
    expect(lines).toEqual([
      'Not run here: sends mail; the test skips itself',
      'Not run here: Firefox smoke journey; how to get it: apt-get install firefox-esr',
      'Failed: a.test.ts: keeps the date',
      'Failed: Types',
      '3 passed, 2 failed',
    ]);
  });
});
