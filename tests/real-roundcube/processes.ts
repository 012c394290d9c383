import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
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

/** Starts a server as leader of its own process group, so that its workers end with it. */
export function startProcess(options: ProcessOptions): ServerProcess {
  const log = openSync(options.logFile, 'a');
  const isRoot = process.getuid?.() === 0;
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', ...options.env },
    ...(isRoot && options.owner),
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${options.command} did not start`);
  // A test that dies must not leave servers behind.
  const kill = () => signal(pid, 'SIGKILL');
  process.once('exit', kill);
  return {
    pid,
    stop: async () => {
      process.removeListener('exit', kill);
      await end(child, pid);
    },
  };
}

async function end(child: ChildProcess, pid: number): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null;
  const exit = ended ? Promise.resolve() : new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signal(pid, 'SIGTERM');
  const timer = setTimeout(() => signal(pid, 'SIGKILL'), 3_000);
  await exit;
  clearTimeout(timer);
  signal(pid, 'SIGKILL');
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
