/**
 * First step of `npm run demo` and `npm test`: on a bare machine gets everything the real command needs, then runs it
 * with the project's own Node. Plain JavaScript for Node 20 and newer, without dependencies, because nothing is there yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === 'win32';
const ownNode = join(root, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node');

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}

/** npm as the one that runs us, so that no other version is picked up. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args]);
  return run(isWindows ? 'npm.cmd' : 'npm', args, { shell: isWindows });
}

function readPackages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
}

/** Is what stands in node_modules what package-lock.json asks for? Optional packages of other systems may be absent. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

function majorOf(node) {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(/^v(\d+)/.exec(answer.stdout)?.[1]) : 0;
}

/** Node 24 from node_modules. Its install script fetches the binary; where scripts were not run, it is run now. */
function findNode() {
  if (majorOf(ownNode) >= 24) return ownNode;
  if (majorOf(process.execPath) >= 24) return process.execPath;
  npm('rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts');
  if (majorOf(ownNode) >= 24) return ownNode;
  return stop(
    `Holdfast is built with Node 24. This is ${process.version}, and npm could not fetch Node 24 for this project.\n` +
      'Install Node 24 or newer from https://nodejs.org and run the command again.',
  );
}

const [task, ...rest] = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Holdfast needs Node 20 or newer; this is ${process.version}. Get it from https://nodejs.org.`);
}
if (!isInstalled()) {
  console.info('Installing what the project needs (npm ci) …');
  if (npm('ci', '--no-audit', '--no-fund') !== 0) {
    stop('npm ci did not succeed. Its message stands above; most often the network or a proxy is in the way.');
  }
}
const node = findNode();
const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
process.exit(run(node, [join(root, 'scripts', `${task}.ts`), ...rest], { env: { ...process.env, PATH: path } }));
