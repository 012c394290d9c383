import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromeBuild } from '../../../scripts/paths.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export interface CopyOptions {
  readonly from?: string;
  /** Hosts that the manifest lists as granted: the browser's own prompt cannot be clicked by a test. */
  readonly granted?: readonly string[];
  /** How far every clock of the extension is ahead, in ms; it goes on from there. */
  readonly clockOffset?: number;
  readonly version?: string;
}

/** Gives every copy the same extension id, as a store does, so that copies can share a profile. */
const storeKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxU37Pxe8cxQUJSo8Fvyf8rHLjADgpAx+GFubSj6AX+S3CjglciVJbTa7LhzZNqTd1uFJBNl1zfHLwFhl89XGxz8RqBifphibeq5My57GqSloJZft85LKUISS+YU6foU8HOiJEvGyQH9YvlaHC4Xie/UBhn1MtW46jvKwh3rgqDizb3tK+DH2L3D/HvWT49YnMShCE3+1IDAM/IId5eKzthJC3x5Et3PxR4clSBJ/5SlbCESVIQ+pjK18ycSD0QDetKpSOu4JXYo5zZ+00dr01z/QSQTZSGYwhSf812qx1hxnTTDEOli0OPM/2eZnxt2A2PCZudkRLdUWx1myEkDowwIDAQAB';

/** A copy of the built folder that differs in nothing but what the options name. */
export function copyBuild(options: CopyOptions): string {
  const folder = join(temporaryFolder('build'), 'extension');
  cpSync(options.from ?? chromeBuild, folder, { recursive: true });
  changeManifest(folder, (manifest) => ({
    ...manifest,
    key: storeKey,
    version: options.version ?? manifest.version,
    host_permissions: [...manifest.host_permissions, ...(options.granted ?? [])],
  }));
  if (options.clockOffset) moveClocks(folder, options.clockOffset);
  return folder;
}

interface Manifest {
  readonly key?: string;
  readonly version: string;
  readonly host_permissions: readonly string[];
}

export function changeManifest(folder: string, change: (manifest: Manifest) => Manifest): void {
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8'))), undefined, 2));
}

/** Moves the clock of worker, pages and content scripts by putting a shim in front of every script. */
function moveClocks(folder: string, offset: number): void {
  const shim = clockShim(offset);
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
