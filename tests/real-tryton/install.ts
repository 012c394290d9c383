import { installPackages } from '../../scripts/debian.ts';

/** Installs what a real Tryton with its web client needs; says what is still missing, if anything. */
export function installTryton(): string | undefined {
  return installPackages(['tryton-server', 'tryton-modules-party', 'tryton-sao']);
}

if (import.meta.main) {
  const problem = installTryton();
  console.log(problem ?? 'Tryton is installed.');
  if (problem) process.exitCode = 1;
}
