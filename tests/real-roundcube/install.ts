import { installPackages } from '../../scripts/debian.ts';

/** Installs what a real Roundcube over a real IMAP server needs; says what is still missing, if anything. */
export function installRoundcube(): string | undefined {
  return installPackages([
    'roundcube-core',
    'roundcube-sqlite3',
    'roundcube-skin-larry',
    'roundcube-skin-classic',
    'php-cli',
    'php-sqlite3',
    'php-mbstring',
    'php-intl',
    'dovecot-imapd',
  ]);
}

if (import.meta.main) {
  const problem = installRoundcube();
  console.log(problem ?? 'Roundcube and Dovecot are installed.');
  if (problem) process.exitCode = 1;
}
