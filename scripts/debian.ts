import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Runs one command on a Debian machine; replaced in tests. */
export type Run = (command: string, ...args: readonly string[]) => { readonly ok: boolean; readonly said: string };

/** What a Debian machine can be asked and told; replaced in tests. */
export interface Debian {
  /** Is this Debian at all? */
  readonly isThere: boolean;
  /** May this process install? */
  readonly isRoot: boolean;
  readonly run: Run;
  /** Does something while packages must not start their daemons. */
  withoutDaemons<T>(act: () => T): T;
}

const policyFile = '/usr/sbin/policy-rc.d';

const thisMachine: Debian = {
  isThere: existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query'),
  isRoot: process.getuid?.() === 0,
  run: (command, ...args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 2 ** 26 });
    return { ok: status === 0, said: stderr?.trim() || stdout?.trim() || '' };
  },
  withoutDaemons,
};

/** Packages that are not installed, in the order of the list; one that is only marked for removal is still there. */
export function missingPackages(packages: readonly string[], { run }: Debian = thisMachine): string[] {
  return packages.filter((name) => !/^Status: \S+ ok installed$/m.test(run('dpkg-query', '-s', name).said));
}

/** The one command that a person runs where no script may. */
export function installCommand(packages: readonly string[]): string {
  return `sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Installs what is missing, on Debian as root; elsewhere it installs nothing.
 *
 * @returns what is still missing afterwards, in plain words; `undefined` when everything is there
 */
export function installPackages(packages: readonly string[], debian: Debian = thisMachine): string | undefined {
  if (!debian.isThere) return `Not installed: ${packages.join(', ')}. They are Debian packages; this is no Debian.`;
  const missing = missingPackages(packages, debian);
  if (missing.length === 0) return undefined;
  if (!debian.isRoot) return `Not installed: ${missing.join(', ')}. Run: ${installCommand(missing)}`;
  console.info(`Installing ${missing.join(', ')} …`);
  const failure = debian.withoutDaemons(() => install(missing, debian.run));
  const left = missingPackages(packages, debian);
  return left.length === 0 ? undefined : `Could not install ${left.join(', ')}. ${failure ?? ''}`.trim();
}

function install(packages: readonly string[], run: Run): string | undefined {
  const once = () => run('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages);
  if (once().ok) return undefined;
  // An installation that was cut off stands in the way of every other one, and fresh machines have no lists yet.
  run('dpkg', '--configure', '-a');
  run('apt-get', 'update', '-q');
  const { ok, said } = once();
  return ok ? undefined : said.split('\n').at(-1);
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
