import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';
import { outcomeOf, type RunModule, type Trouble } from './report.ts';

/** A reporter of Vitest: leaves the outcome of the run in the file that `HOLDFAST_OUTCOME` names. */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly RunModule[], strayErrors: readonly Trouble[]): void {
    writeFileSync(process.env.HOLDFAST_OUTCOME ?? 'outcome.json', JSON.stringify(outcomeOf(modules, strayErrors)));
  }
}
