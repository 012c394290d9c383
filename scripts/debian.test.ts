import { describe, expect, it } from 'vitest';
import { type Debian, installPackages, missingPackages } from './debian.ts';

/** What stands there for a package that is installed and only marked for removal. */
const status = 'Package: some\nStatus: purge ok installed\nPriority: optional';

/** A Debian whose package tools answer as the real ones do. */
function debian(state: { installed?: string[]; cutOff?: boolean; noLists?: boolean; isRoot?: boolean }) {
  const installed = new Set(state.installed);
  const ran: string[] = [];
  const machine: Debian = {
    isThere: true,
    isRoot: state.isRoot ?? true,
    withoutDaemons: (act) => act(),
    run: (command, ...args) => {
      ran.push(`${command} ${args[0]}`);
      if (command === 'dpkg-query') return { ok: true, said: installed.has(args.at(-1) ?? '') ? status : '' };
      if (command === 'dpkg') state.cutOff = false;
      if (args[0] === 'update') state.noLists = false;
      if (args[0] !== 'install') return { ok: true, said: '' };
      if (state.cutOff) return { ok: false, said: 'E: dpkg was interrupted' };
      if (state.noLists) return { ok: false, said: 'E: Unable to locate package' };
      for (const name of args.slice(4)) installed.add(name);
      return { ok: true, said: '' };
    },
  };
  return { machine, ran };
}

describe('packages of Debian', () => {
  it('are installed once', () => {
    const { machine, ran } = debian({ installed: ['php-cli'] });
    expect(missingPackages(['php-cli', 'dovecot-imapd'], machine)).toEqual(['dovecot-imapd']);
    expect(installPackages(['php-cli', 'dovecot-imapd'], machine)).toBeUndefined();
    expect(installPackages(['php-cli', 'dovecot-imapd'], machine)).toBeUndefined();
    expect(ran.filter((line) => line === 'apt-get install')).toHaveLength(1);
  });

  it.each([
    ['an installation before them was cut off', { cutOff: true }],
    ['the machine has no lists yet', { noLists: true }],
    ['both', { cutOff: true, noLists: true }],
  ])('are installed where %s', (_why, state) => {
    expect(installPackages(['dovecot-imapd'], debian({ ...state }).machine)).toBeUndefined();
  });

  it('are named with the command to run where only root may install', () => {
    const said = installPackages(['dovecot-imapd'], debian({ isRoot: false }).machine);
    expect(said).toContain('sudo apt-get install --no-install-recommends dovecot-imapd');
  });

  it('are named, with the reason, where they cannot be had', () => {
    const { machine } = debian({});
    const broken: Debian = {
      ...machine,
      run: (command, ...args) =>
        args[0] === 'install' ? { ok: false, said: 'Reading…\nE: No space left' } : machine.run(command, ...args),
    };
    expect(installPackages(['dovecot-imapd'], broken)).toBe('Could not install dovecot-imapd. E: No space left');
  });
});
