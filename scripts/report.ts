/** What a step of `npm test` found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Tests that a file skips by itself; each is named at the end. */
  readonly skipped: readonly string[];
  /** What failed, in words; each is named at the end, where a long log is read first. */
  readonly failures: readonly string[];
}

/** Something this machine cannot run, and how to get it. */
export interface NotRun {
  readonly what: string;
  readonly how: string;
}

export interface Trouble {
  readonly message: string;
}

/** The part of Vitest's test module that is read here. */
export interface RunModule {
  readonly moduleId: string;
  /** What failed in the file outside its tests: loading it, a hook. */
  errors(): readonly Trouble[];
  readonly children: {
    allTests(): Iterable<{ readonly fullName: string; result(): { readonly state: string } }>;
    allSuites(): Iterable<{ errors(): readonly Trouble[] }>;
  };
}

/**
 * Counts a Vitest run. A file that failed outside its tests, a run without tests and an error that belongs to no file
 * count as one failure each, so that nothing broken looks green.
 */
export function outcomeOf(modules: readonly RunModule[], strayErrors: readonly Trouble[]): Outcome {
  const tests = modules.flatMap(({ moduleId, children }) =>
    [...children.allTests()].map((test) => ({
      name: `${fileName(moduleId)}: ${test.fullName}`,
      state: test.result().state,
    })),
  );
  const beside = modules.flatMap((module) =>
    [module, ...module.children.allSuites()].flatMap((suite) =>
      suite.errors().map(({ message }) => `${fileName(module.moduleId)}: ${message}`),
    ),
  );
  const named = (state: string) => tests.filter((test) => test.state === state).map(({ name }) => name);
  const failures = [
    ...named('failed'),
    ...beside,
    ...strayErrors.map(({ message }) => `outside any test: ${message}`),
    ...(tests.length === 0 ? ['no test was found'] : []),
  ];
  const passed = named('passed');
  const skipped = tests.filter(({ state }) => state !== 'passed' && state !== 'failed').map(({ name }) => name);
  return { passed: passed.length, failed: failures.length, skipped, failures };
}

/** One check is one "test". */
export function checkOutcome(title: string, isGreen: boolean): Outcome {
  return { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: [], failures: isGreen ? [] : [title] };
}

/** The closing lines; the last one is the verdict. */
export function closingLines(outcomes: readonly Outcome[], notRun: readonly NotRun[]): readonly string[] {
  const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  return [
    ...outcomes.flatMap((outcome) => outcome.skipped.map((name) => `Not run here: ${name}; the test skips itself`)),
    ...notRun.map(({ what, how }) => `Not run here: ${what}; how to get it: ${how}`),
    ...outcomes.flatMap((outcome) => outcome.failures.map((name) => `Failed: ${name}`)),
    `${sum((outcome) => outcome.passed)} passed, ${sum((outcome) => outcome.failed)} failed`,
  ];
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
