/**
 * Everything: `npm test`. Runs all steps whatever the earlier ones found, names what this machine cannot run, and ends
 * with the line "N passed, N failed". `npm run test:sites`: only what concerns sites, the real servers included.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRoundcube } from '../tests/real-roundcube/install.ts';
import { installTryton } from '../tests/real-tryton/install.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { BrowserMissing, findChromium, findFirefox, findOrInstall } from './browsers.ts';
import { chromeBuild, firefoxBuild, root } from './paths.ts';
import { checkOutcome, closingLines, type NotRun, type Outcome } from './report.ts';
import { describeSize, measure } from './sizes.ts';

const startedAt = Date.now();
const reports = temporaryFolder('test');
const outcomes: Outcome[] = [];
const notRun: NotRun[] = [];
const bin = (name: string) => join(root, 'node_modules/.bin', name);

function heading(title: string): void {
  console.info(`\n━━ ${title} (${Math.round((Date.now() - startedAt) / 1_000)} s)`);
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const shell = process.platform === 'win32';
  const options = { cwd: root, stdio: 'inherit', shell, env: { ...process.env, ...env } } as const;
  return spawnSync(bin(command), args, options).status ?? 1;
}

function check(title: string, ...commands: readonly (readonly [command: string, ...args: string[]])[]): void {
  heading(title);
  const isRed = commands.filter(([command, ...args]) => run(command, args) !== 0).length > 0;
  outcomes.push(checkOutcome(title, !isRed));
}

function vitest(title: string, ...args: readonly string[]): void {
  heading(title);
  const file = join(reports, `${outcomes.length}.json`);
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/outcome-reporter.ts')}`];
  const exitCode = run('vitest', ['run', ...args, ...reporters], { HOLDFAST_OUTCOME: file });
  if (existsSync(file)) outcomes.push(JSON.parse(readFileSync(file, 'utf8')));
  // Vitest found fault with something that it told nobody of, or ended before it could.
  const isToldOf = outcomes.at(-1)?.failed !== 0 || exitCode === 0;
  if (!existsSync(file) || !isToldOf) outcomes.push(checkOutcome(`${title}: Vitest ended with ${exitCode}`, false));
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
  outcomes.push(checkOutcome('web-ext lint', problems.length === 0));
}

function checkSizes(): void {
  heading('Sizes');
  try {
    const sizes = measure(chromeBuild);
    for (const size of sizes) console.info(describeSize(size));
    outcomes.push(...sizes.map((size) => checkOutcome(describeSize(size), size.bytes <= size.budget)));
  } catch (error) {
    console.error(error);
    outcomes.push(checkOutcome('sizes', false));
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
  if (process.env.CI) outcomes.push(checkOutcome(`${what} must not be missing here`, false));
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

const onlySites = process.argv[2] === 'sites';
const elsewhere = ['**/real-*', '**/lightning*', '**/firefox*'].flatMap((files) => ['--exclude', files]);

check('Types of what WXT generates', ['wxt', 'prepare']);
if (onlySites) {
  vitest('Every site, every view', 'tests/sites.test.ts', 'lib/sites');
  check('Build for Chrome and Edge', ['wxt', 'build']);
} else {
  check('Style (Biome)', ['biome', 'check', '.']);
  check('Types', ['tsc', '--noEmit'], ['tsc', '-p', 'lib/core', '--noEmit']);
  vitest('Units, properties, adapters, services, components');
  check('Build for Chrome and Edge', ['wxt', 'build']);
  check('Build for Firefox', ['wxt', 'build', '-b', 'firefox']);
  lintForStores();
  checkSizes();
}
const chromiumNeed = browserNeed(() => findOrInstall(findChromium, 'chromium'));
if (!onlySites) {
  withNeed(
    'journeys in Chromium',
    () => chromiumNeed,
    () => {
      vitest('Journeys in Chromium', ...e2e, ...elsewhere);
      check('The demo, without a display', ['node', 'scripts/demo.ts', '--headless']);
    },
  );
}
withNeed(
  'the real Roundcube',
  () => chromiumNeed ?? installRoundcube(),
  () => vitest('Real Roundcube', ...e2e, 'real-roundcube'),
);
withNeed(
  'the real Tryton',
  () => chromiumNeed ?? installTryton(),
  () => vitest('Real Tryton', ...e2e, 'real-tryton'),
);
withNeed(
  'Salesforce’s own components',
  () => chromiumNeed,
  () => vitest('Salesforce’s own components', ...e2e, 'lightning'),
);
if (!onlySites) {
  withNeed(
    'the journey in Firefox',
    () => browserNeed(() => findOrInstall(findFirefox, 'firefox-esr')),
    () => {
      vitest('Journey in Firefox', ...e2e, 'firefox');
    },
  );
}

heading('Result');
for (const line of closingLines(outcomes, notRun)) console.info(line);
process.exitCode = outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0;
