import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export interface ServerProcess {
  readonly pid: number;
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly logFile: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as this user, if we are root. */
  readonly owner: Owner;
}

/** Who owns the servers' files and runs the servers. Dovecot opens no mail as root. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Root hands the servers to Debian's web user; anybody else runs them himself. */
export function serverOwner(): Owner {
  const uid = process.getuid?.() ?? 0;
  return uid === 0 ? { uid: 33, gid: 33 } : { uid, gid: process.getgid?.() ?? uid };
}

/** Runs a server until it is ended, or until its standard input closes because we are gone, however that came. */
const guard = '"$@" & read -r _; trap "" TERM; kill -TERM 0; sleep 1; kill -KILL 0';

/** Starts a server in a process group of its own, so that its workers end with it. */
export function startProcess(options: ProcessOptions): ServerProcess {
  const log = openSync(options.logFile, 'a');
  const isRoot = process.getuid?.() === 0;
  const child = spawn('/bin/sh', ['-c', guard, 'sh', options.command, ...options.args], {
    cwd: options.cwd,
    detached: true,
    stdio: ['pipe', log, log],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', ...options.env },
    ...(isRoot && options.owner),
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${options.command} did not start`);
  return { pid, stop: () => end(pid) };
}

/** Ends the whole group. What the servers hold is thrown away, so nobody gets time for a long farewell. */
async function end(pid: number): Promise<void> {
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    signal(pid, name);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // The group is gone already.
  }
}

/** Resolves as soon as somebody accepts connections there. */
export async function waitForPort(port: number, what: string, logFile: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await accepts(port))) {
    if (Date.now() > deadline) throw new Error(`${what} does not answer on port ${port}; see ${logFile}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
