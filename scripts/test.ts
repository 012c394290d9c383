/**
 * Everything: `npm test`. Runs all steps whatever the earlier ones found, names what this machine cannot run, and ends
 * with the line "N passed, N failed".
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from '../tests/real-roundcube/install.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { BrowserMissing, findChromium, findFirefox, findOrInstall } from './browsers.ts';
import { chromeBuild, firefoxBuild, root } from './paths.ts';
import { closingLines, countVitest, type NotRun, type Outcome } from './report.ts';
import { describeSize, measure } from './sizes.ts';

const startedAt = Date.now();
const reports = temporaryFolder('test');
const outcomes: Outcome[] = [];
const notRun: NotRun[] = [];
const bin = (name: string) => join(root, 'node_modules/.bin', name);

function heading(title: string): void {
  console.info(`\n━━ ${title} (${Math.round((Date.now() - startedAt) / 1_000)} s)`);
}

function run(command: string, args: readonly string[]): number {
  const shell = process.platform === 'win32';
  return spawnSync(bin(command), args, { cwd: root, stdio: 'inherit', shell }).status ?? 1;
}

/** One check is one "test": it passes if every command ends with 0. */
function check(title: string, ...commands: readonly (readonly [command: string, ...args: string[]])[]): void {
  heading(title);
  const isRed = commands.filter(([command, ...args]) => run(command, args) !== 0).length > 0;
  outcomes.push({ passed: isRed ? 0 : 1, failed: isRed ? 1 : 0, skipped: [] });
}

function vitest(title: string, ...args: readonly string[]): void {
  heading(title);
  const file = join(reports, `${outcomes.length}.json`);
  const exitCode = run('vitest', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  outcomes.push(countVitest(report, exitCode));
}

/** The stores' own check. React's two dynamic innerHTML writes are the only accepted warnings (docs/threats.md). */
function lintForStores(): void {
  heading('Firefox package by the rules of the store (web-ext lint)');
  const args = ['lint', '--source-dir', firefoxBuild, '--output', 'json', '--self-hosted=false'];
  const { stdout } = spawnSync(bin('web-ext'), args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  interface Finding {
    readonly code: string;
    readonly message: string;
    readonly file?: string;
  }
  const result: { errors: Finding[]; warnings: Finding[] } = JSON.parse(stdout || '{"errors":[{"code":"NO_RESULT"}]}');
  const unexpected = (result.warnings ?? []).filter((warning) => warning.code !== 'UNSAFE_VAR_ASSIGNMENT');
  const problems = [...result.errors, ...unexpected];
  for (const problem of problems) console.error(`${problem.code} ${problem.file ?? ''} ${problem.message ?? ''}`);
  console.info(
    `${result.errors.length} errors, ${result.warnings?.length ?? 0} warnings, all but ${unexpected.length} known`,
  );
  outcomes.push({ passed: problems.length ? 0 : 1, failed: problems.length ? 1 : 0, skipped: [] });
}

function checkSizes(): void {
  heading('Sizes');
  try {
    const sizes = measure(chromeBuild);
    for (const size of sizes) console.info(describeSize(size));
    const failed = sizes.filter((size) => size.bytes > size.budget).length;
    outcomes.push({ passed: sizes.length - failed, failed, skipped: [] });
  } catch (error) {
    console.error(error);
    outcomes.push({ passed: 0, failed: 1, skipped: [] });
  }
}

/** Looks for what a step needs before it; what is missing is named, and counts as failed where nothing may be missing. */
function withNeed(what: string, need: () => string | undefined, step: () => void): void {
  const missing = need();
  if (missing === undefined) {
    step();
    return;
  }
  heading(what);
  console.info(missing);
  notRun.push({ what, how: missing.replaceAll('\n', ' ') });
  if (process.env.CI) outcomes.push({ passed: 0, failed: 1, skipped: [] });
}

function browserNeed(find: () => unknown): string | undefined {
  try {
    find();
    return undefined;
  } catch (error) {
    if (error instanceof BrowserMissing) return error.message;
    throw error;
  }
}

const e2e = ['--config', 'tests/e2e/vitest.config.ts'];

check('Types of what WXT generates', ['wxt', 'prepare']);
check('Style (Biome)', ['biome', 'check', '.']);
check('Types', ['tsc', '--noEmit'], ['tsc', '-p', 'lib/core', '--noEmit']);
vitest('Units, properties, adapters, services, components');
check('Build for Chrome and Edge', ['wxt', 'build']);
check('Build for Firefox', ['wxt', 'build', '-b', 'firefox']);
lintForStores();
checkSizes();
const chromiumNeed = browserNeed(() => findOrInstall(findChromium, 'chromium'));
withNeed(
  'journeys in Chromium',
  () => chromiumNeed,
  () => {
    vitest('Journeys in Chromium', ...e2e, '--exclude', '**/real-roundcube*', '--exclude', '**/firefox*');
    check('The demo, without a display', ['node', 'scripts/demo.ts', '--headless']);
  },
);
withNeed(
  'the real Roundcube',
  () => chromiumNeed ?? installPackages(),
  () => vitest('Real Roundcube', ...e2e, 'real-roundcube'),
);
withNeed(
  'the journey in Firefox',
  () => browserNeed(() => findOrInstall(findFirefox, 'firefox-esr')),
  () => {
    vitest('Journey in Firefox', ...e2e, 'firefox');
  },
);

heading('Result');
for (const line of closingLines(outcomes, notRun)) console.info(line);
process.exitCode = outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0;
