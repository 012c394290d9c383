import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Everything a real Roundcube over a real IMAP server needs, by Debian's names. */
export const roundcubePackages = [
  'roundcube-core',
  'roundcube-sqlite3',
  'roundcube-skin-larry',
  'roundcube-skin-classic',
  'php-cli',
  'php-sqlite3',
  'php-mbstring',
  'php-intl',
  'dovecot-imapd',
] as const;

const policyFile = '/usr/sbin/policy-rc.d';

/** Packages that are not installed, in the order of the list. */
export function missingPackages(packages: readonly string[] = roundcubePackages): string[] {
  return packages.filter((name) => {
    const { stdout } = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
    return !stdout.includes('Status: install ok installed');
  });
}

/** The one command that a person runs where this script must not. */
export function installCommand(packages: readonly string[]): string {
  return `sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Installs what is missing, on Debian as root; elsewhere it installs nothing.
 *
 * @returns what is still missing afterwards, in plain words; `undefined` when everything is there
 */
export function installPackages(packages: readonly string[] = roundcubePackages): string | undefined {
  if (!existsSync('/usr/bin/dpkg-query')) return 'The real Roundcube needs Debian packages; this is no Debian.';
  const missing = missingPackages(packages);
  if (missing.length === 0) return undefined;
  if (process.getuid?.() !== 0) return `Not installed: ${missing.join(', ')}. Run: ${installCommand(missing)}`;
  const failure = withoutDaemons(() => aptInstall(missing));
  const left = missingPackages(packages);
  return left.length === 0 ? undefined : `Could not install ${left.join(', ')}. ${failure ?? ''}`.trim();
}

function aptInstall(packages: readonly string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, encoding: 'utf8' });
  let result = install();
  // Fresh machines have no package lists yet.
  if (result.status !== 0) {
    spawnSync('apt-get', ['update', '-q'], { env });
    result = install();
  }
  return result.status === 0 ? undefined : result.stderr.trim().split('\n').at(-1);
}

/** Debian starts daemons at their installation unless a policy forbids it; the machine's own policy is put back. */
function withoutDaemons<T>(act: () => T): T {
  const kept = `${policyFile}.kept-by-holdfast-tests`;
  const had = existsSync(policyFile);
  const forbids = had && readFileSync(policyFile, 'utf8').trimEnd().endsWith('exit 101');
  if (forbids) return act();
  if (had) renameSync(policyFile, kept);
  writeFileSync(policyFile, '#!/bin/sh\nexit 101\n');
  chmodSync(policyFile, 0o755);
  try {
    return act();
  } finally {
    rmSync(policyFile);
    if (had) renameSync(kept, policyFile);
  }
}

if (import.meta.main) {
  const problem = installPackages();
  console.log(problem ?? 'Roundcube and Dovecot are installed.');
  if (problem) process.exitCode = 1;
}
