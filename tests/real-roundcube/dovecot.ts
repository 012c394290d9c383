import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type Owner, type ServerProcess, startProcess, waitForPort } from './processes.ts';

/** Names of the special folders on the server; Roundcube shows its own words for them. */
export interface FolderNames {
  readonly sent: string;
  readonly drafts: string;
  readonly junk: string;
  readonly trash: string;
}

export interface DovecotOptions {
  readonly home: string;
  readonly maildir: string;
  readonly user: string;
  readonly password: string;
  readonly owner: Owner;
  readonly folders: FolderNames;
}

/** An IMAP server for one user over one Maildir, on loopback, without TLS and without any privilege. */
export async function startDovecot(options: DovecotOptions): Promise<ServerProcess & { readonly port: number }> {
  const port = await freePort();
  const configFile = join(options.home, 'dovecot.conf');
  writeFileSync(configFile, configuration(options, port));
  const { uid, gid } = options.owner;
  writeFileSync(
    join(options.home, 'users'),
    `${options.user}:{PLAIN}${options.password}:${uid}:${gid}::${options.home}::\n`,
  );
  const logFile = join(options.home, 'dovecot.log');
  const server = startProcess({
    command: '/usr/sbin/dovecot',
    args: ['-F', '-c', configFile],
    cwd: options.home,
    logFile,
    owner: options.owner,
  });
  await waitForPort(port, 'Dovecot', logFile);
  return { ...server, port };
}

function configuration({ home, maildir, owner, folders }: DovecotOptions, port: number): string {
  const user = nameOf('passwd', owner.uid);
  const group = nameOf('group', owner.gid);
  const special = Object.entries(folders).map(
    ([use, name]) =>
      `  mailbox ${name} {\n    special_use = \\${use[0]?.toUpperCase()}${use.slice(1)}\n    auto = subscribe\n  }`,
  );
  return `base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/imap.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${maildir}
mmap_disable = yes
mail_fsync = never
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = passwd-file
  args = ${home}/users
}
namespace inbox {
  inbox = yes
  separator = /
  prefix =
${special.join('\n')}
  mailbox Archive {
    auto = subscribe
  }
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  process_min_avail = 1
  service_count = 0
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}

/** Dovecot wants names, not numbers. */
function nameOf(database: 'passwd' | 'group', id: number): string {
  const { stdout } = spawnSync('getent', [database, String(id)], { encoding: 'utf8' });
  const name = stdout.split(':')[0];
  if (!name) throw new Error(`No ${database} entry for ${id}`);
  return name;
}
