import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromeBuild } from '../../../scripts/paths.ts';

export interface CopyOptions {
  readonly from?: string;
  /** Hosts that the manifest lists as granted: the browser's own prompt cannot be clicked by a test. */
  readonly granted?: readonly string[];
  /** The moment at which every clock of the extension starts; it goes on from there. */
  readonly startsAt?: Date;
  readonly version?: string;
}

/** A copy of the built folder that differs in nothing but what the options name. */
export function copyBuild(options: CopyOptions): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'holdfast-build-')), 'extension');
  cpSync(options.from ?? chromeBuild, folder, { recursive: true });
  changeManifest(folder, (manifest) => ({
    ...manifest,
    version: options.version ?? manifest.version,
    host_permissions: [...manifest.host_permissions, ...(options.granted ?? [])],
  }));
  if (options.startsAt) startClocksAt(folder, options.startsAt);
  return folder;
}

interface Manifest {
  readonly version: string;
  readonly host_permissions: readonly string[];
}

export function changeManifest(folder: string, change: (manifest: Manifest) => Manifest): void {
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8'))), undefined, 2));
}

/** Moves the clock of worker, pages and content scripts by putting a shim in front of every script. */
function startClocksAt(folder: string, startsAt: Date): void {
  const shim = clockShim(startsAt.getTime() - Date.now());
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const file = join(folder, name);
    writeFileSync(file, shim + readFileSync(file, 'utf8'));
  }
}

/** Import declarations are hoisted, so chunks carry the shim too; it acts once per world. */
export function clockShim(offset: number): string {
  return `if(!globalThis.__clockMoved){globalThis.__clockMoved=true;const Real=Date;globalThis.Date=class extends Real{constructor(...a){if(a.length)super(...a);else super(Real.now()+${offset})}static now(){return Real.now()+${offset}}}}\n`;
}
