import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderNames } from './dovecot.ts';
import { freePort, type Owner, type ServerProcess, startProcess, waitForPort } from './processes.ts';

export type Skin = 'elastic' | 'larry' | 'classic';
/** How the list is arranged; users choose it in Roundcube's settings. */
export type ListLayout = 'widescreen' | 'desktop' | 'list';

export interface RoundcubeOptions {
  readonly home: string;
  readonly owner: Owner;
  readonly skin: Skin;
  readonly layout: ListLayout;
  readonly threads: boolean;
  readonly language: string;
  /** PHP's form of the date, such as `d.m.Y`. */
  readonly dateFormat: string;
  readonly imapPort: number;
  readonly smtpPort: number;
  readonly folders: FolderNames;
  readonly user: { readonly address: string; readonly name: string };
  /** Mails are written with TinyMCE, not as plain text. */
  readonly rich: boolean;
  /** Stands below every mail; empty for none. */
  readonly signature: string;
}

/** Where Debian puts Roundcube, with a directory that is safe to serve. */
const installation = '/var/lib/roundcube';

/** Roundcube on PHP's own web server, with its own configuration and database. */
export async function startRoundcubeServer(
  options: RoundcubeOptions,
): Promise<ServerProcess & { readonly port: number }> {
  const { home, owner } = options;
  const config = join(home, 'config');
  for (const directory of [config, join(home, 'temp'), join(home, 'logs')]) {
    mkdirSync(directory, { recursive: true });
    if (process.getuid?.() === 0) chownSync(directory, owner.uid, owner.gid);
  }
  for (const file of ['defaults.inc.php', 'mimetypes.php']) symlinkSync(`/etc/roundcube/${file}`, join(config, file));
  writeFileSync(join(config, 'config.inc.php'), configuration(options));
  createDatabase(options);
  const port = await freePort();
  const logFile = join(home, 'php.log');
  const server = startProcess({
    command: 'php',
    args: ['-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', `${installation}/public_html`],
    cwd: home,
    logFile,
    // Frames load side by side: one worker would serve them one after the other.
    env: { ROUNDCUBE_CONFIG_DIR: config, PHP_CLI_SERVER_WORKERS: '4' },
    owner,
  });
  await waitForPort(port, 'Roundcube', logFile);
  return { ...server, port };
}

/** The sqlite3 command may not be there, PHP is. The user exists before the first login, as a skin overrules the layout. */
const makeDatabase = `
[, $file, $schema, $user, $name, $language, $preferences, $signature] = $argv;
$db = new PDO("sqlite:" . $file);
$db->exec(file_get_contents($schema));
$db->prepare("INSERT INTO users (user_id, username, mail_host, created, language, preferences) VALUES (1, ?, '127.0.0.1', datetime('now'), ?, ?)")
  ->execute([$user, $language, serialize(json_decode($preferences, true))]);
$db->prepare("INSERT INTO identities (user_id, standard, name, email, signature) VALUES (1, 1, ?, ?, ?)")
  ->execute([$name, $user, $signature]);
`;

function createDatabase({ home, owner, user, language, layout, signature }: RoundcubeOptions): void {
  const file = join(home, 'roundcube.db');
  const schema = '/usr/share/roundcube/SQL/sqlite.initial.sql';
  const values = [file, schema, user.address, user.name, language, JSON.stringify({ layout }), signature];
  const { status, stderr } = spawnSync('php', ['-d', 'display_errors=stderr', '-r', makeDatabase, ...values], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Roundcube's database could not be made: ${stderr}`);
  if (process.getuid?.() === 0) chownSync(file, owner.uid, owner.gid);
}

function configuration(options: RoundcubeOptions): string {
  const { home, folders } = options;
  const settings: Record<string, string | number | boolean | readonly string[]> = {
    db_dsnw: `sqlite:///${home}/roundcube.db?mode=0640`,
    imap_host: `127.0.0.1:${options.imapPort}`,
    smtp_host: `127.0.0.1:${options.smtpPort}`,
    smtp_user: '',
    smtp_pass: '',
    des_key: 'holdfast-tests-only-24ch',
    // Cookies know no ports: servers of several skins must not share one.
    session_name: `roundcube_${options.skin}_${options.smtpPort}`,
    temp_dir: join(home, 'temp'),
    log_dir: join(home, 'logs'),
    skin: options.skin,
    default_list_mode: options.threads ? 'threads' : 'list',
    language: options.language,
    date_format: options.dateFormat,
    date_long: `${options.dateFormat} H:i`,
    plugins: [],
    sent_mbox: folders.sent,
    drafts_mbox: folders.drafts,
    junk_mbox: folders.junk,
    trash_mbox: folders.trash,
    htmleditor: options.rich ? 1 : 0,
    enable_spellcheck: false,
    enable_installer: false,
    // The user's name is an address of its own.
    mail_domain: '',
    refresh_interval: 60,
  };
  const lines = Object.entries(settings).map(([name, value]) => `$config['${name}'] = ${php(value)};`);
  return `<?php\n$config = [];\n${lines.join('\n')}\n`;
}

function php(value: string | number | boolean | readonly string[]): string {
  if (typeof value === 'string') return `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
  if (typeof value === 'object') return `[${value.map(php).join(', ')}]`;
  return String(value);
}
