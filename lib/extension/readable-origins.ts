import { browser } from 'wxt/browser';
import { grantedPatterns } from './sites';

/** A site whose pages Holdfast may read. */
export interface ReadableOrigin {
  /** The match pattern by which the browser knows the permission. */
  readonly pattern: string;
  readonly origin: string;
  readonly host: string;
  /** Granted by the user one by one; the others come with the installation. */
  readonly isOptional: boolean;
}

/** Every site that Holdfast may read: those of the installation first, then those granted, by name. */
export async function readableOrigins(): Promise<readonly ReadableOrigin[]> {
  const fixed = browser.runtime.getManifest().content_scripts?.flatMap((one) => one.matches ?? []) ?? [];
  const granted = (await grantedPatterns()).toSorted();
  return [
    ...[...new Set(fixed)].map((pattern) => readable(pattern, false)),
    ...granted.map((pattern) => readable(pattern, true)),
  ].filter((one) => one !== undefined);
}

/** Gives the permission back; open pages of the site are left alone from then on. */
export async function giveUpOrigin(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** `undefined`: a pattern of many hosts, which Holdfast never asks for. */
function readable(pattern: string, isOptional: boolean): ReadableOrigin | undefined {
  const url = URL.parse(pattern.replace(/\/\*$/, '/'));
  return url && !url.host.includes('*') ? { pattern, origin: url.origin, host: url.host, isOptional } : undefined;
}
