import { spawnSync } from 'node:child_process';
import { chownSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type Owner, serverOwner, startProcess, waitForPort } from '../real-roundcube/processes.ts';
import { type CrmPerson, crmPeople } from '../support/crm-people.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { installTryton } from './install.ts';
import { fill } from './rpc.ts';

/** A party of Tryton: one person of the CRM. */
export interface Party extends CrmPerson {
  /** Tryton's own id. */
  readonly id: number;
}
export interface RealTryton {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly parties: readonly Party[];
  stop(): Promise<void>;
}

/** Name of the database; it stands in every address of Tryton's web client. */
export const database = 'crm';
const user = 'admin';
const password = 'holdfast-tests-only';

/**
 * A real Tryton with its web client on 127.0.0.1, over a SQLite database with invented parties. Everything lies in a
 * fresh directory, which `stop` removes.
 */
export async function startTryton(people = crmPeople(52)): Promise<RealTryton> {
  const owner = serverOwner();
  const home = realpathSync(temporaryFolder('tryton'));
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops) await end();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await freePort();
    const config = prepare(home, port, owner);
    const logFile = join(home, 'tryton.log');
    const args = ['-c', config, '-d', database];
    const server = startProcess({ command: 'tryton-server', args, cwd: home, logFile, owner });
    stops.push(server.stop);
    await waitForPort(port, 'Tryton', logFile);
    const url = `http://127.0.0.1:${port}/`;
    const ids = await fill({ url, database, user, password, people });
    const parties = people.map((person, index) => ({ ...person, id: ids[index] ?? 0 }));
    return { url, user, password, parties, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Writes the configuration and makes a database with the module for parties; returns the configuration's path. */
function prepare(home: string, port: number, owner: Owner): string {
  const config = join(home, 'trytond.conf');
  writeFileSync(
    config,
    `[web]\nlisten = 127.0.0.1:${port}\nroot = /usr/share/tryton-sao/www\n[database]\nuri = sqlite://\npath = ${home}\n`,
  );
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password);
  // Tryton's command makes tables only in a file that is there.
  writeFileSync(join(home, `${database}.sqlite`), '');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) for (const file of ['.', `${database}.sqlite`]) chownSync(join(home, file), owner.uid, owner.gid);
  const args = ['-c', config, '-d', database, '-u', 'party', '--activate-dependencies', '--email', 'rep@acme.example'];
  const { status, stderr } = spawnSync('tryton-server-admin', args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TRYTONPASSFILE: passwordFile },
    ...(isRoot && owner),
  });
  if (status !== 0) throw new Error(`Tryton's database could not be made: ${stderr}`);
  return config;
}

/** `node tests/real-tryton/start.ts`: for a person to click through. */
async function main(): Promise<void> {
  const problem = installTryton();
  if (problem) {
    console.log(problem);
    process.exitCode = 1;
    return;
  }
  const server = await startTryton();
  console.log(`Tryton: ${server.url}\nDatabase: ${database}\nName: ${user}\nPassword: ${password}\nEnd with Ctrl+C.`);
  const end = () => void server.stop().then(() => process.exit());
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

if (import.meta.main) await main();
