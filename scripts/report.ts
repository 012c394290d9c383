/** What a step of `npm test` found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Tests that a file skips by itself; each is named at the end. */
  readonly skipped: readonly string[];
}

/** Something this machine cannot run, and how to get it. */
export interface NotRun {
  readonly what: string;
  readonly how: string;
}

/** The part of Vitest's JSON report that is read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * Counts a Vitest run. A file that failed to load, a run without tests and an error outside any test count as one
 * failure each, so that nothing broken looks green.
 *
 * @param report `undefined`: Vitest ended before it wrote one
 */
export function countVitest(report: VitestReport | undefined, exitCode: number): Outcome {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const seen = failedTests + brokenFiles;
  const failed = seen === 0 && (exitCode !== 0 || tests.length === 0) ? 1 : seen;
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  return { passed, failed, skipped: skipped.map((test) => test.fullName) };
}

/** The closing lines; the last one is the verdict. */
export function closingLines(outcomes: readonly Outcome[], notRun: readonly NotRun[]): readonly string[] {
  const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  return [
    ...outcomes.flatMap((outcome) => outcome.skipped.map((name) => `Not run here: ${name}; the test skips itself`)),
    ...notRun.map(({ what, how }) => `Not run here: ${what}; how to get it: ${how}`),
    `${sum((outcome) => outcome.passed)} passed, ${sum((outcome) => outcome.failed)} failed`,
  ];
}
