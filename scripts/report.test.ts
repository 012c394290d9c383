import { describe, expect, it } from 'vitest';
import { closingLines, countVitest } from './report.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((test, index) => ({ status: test, fullName: `test ${index}` })),
});

describe('countVitest', () => {
  it.each([
    ['all green', [file('passed', 'passed', 'passed')], 0, [2, 0]],
    ['one red', [file('failed', 'passed', 'failed')], 1, [1, 1]],
    ['a file that does not load', [file('passed', 'passed'), file('failed')], 1, [1, 1]],
    ['an error outside any test', [file('passed', 'passed')], 1, [1, 1]],
    ['no test found', [], 0, [0, 1]],
  ] as const)('%s', (_name, testResults, exitCode, [passed, failed]) => {
    expect(countVitest({ testResults }, exitCode)).toMatchObject({ passed, failed });
  });

  it('counts a run without a report as failed', () => {
    expect(countVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('names what was skipped', () => {
    expect(countVitest({ testResults: [file('passed', 'passed', 'skipped')] }, 0).skipped).toEqual(['test 1']);
  });
});

describe('closingLines', () => {
  it('ends with the verdict and names what was not run before it', () => {
    const lines = closingLines(
      [
        { passed: 2, failed: 0, skipped: [] },
        { passed: 1, failed: 1, skipped: ['sends mail'] },
      ],
      [{ what: 'Firefox smoke journey', how: 'apt-get install firefox-esr' }],
    );
    expect(lines).toEqual([
      'Not run here: sends mail; the test skips itself',
      'Not run here: Firefox smoke journey; how to get it: apt-get install firefox-esr',
      '3 passed, 1 failed',
    ]);
  });
});
