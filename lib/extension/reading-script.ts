import type { TextReading } from '@/lib/reading/text-reading';

/** Where the background waits for what the script gives. */
const place = 'holdfastReading';
const file = '/reading.js';
let given: TextReading | undefined;

/** Of the script: hands itself to the background that runs it. */
export function giveReading(reading: TextReading): void {
  const take: unknown = Reflect.get(globalThis, place);
  if (typeof take === 'function') take(reading);
}

/**
 * What reads text, run when it is first asked for: it weighs as much as a quarter of the background, and most starts of
 * the background never need it.
 *
 * @throws {Error} the script is not in the package or gave nothing
 */
export async function loadReading(): Promise<TextReading> {
  if (given) return given;
  Reflect.set(globalThis, place, (reading: TextReading) => {
    given = reading;
  });
  const importScripts: unknown = Reflect.get(globalThis, 'importScripts');
  if (typeof importScripts === 'function') importScripts(trusted(file));
  // Firefox's background is a page, not a worker.
  // @ts-expect-error: the compiler looks for it on the disk, and the build makes it.
  else await import(/* @vite-ignore */ '/reading.js');
  if (!given) throw new Error('reading.js gave nothing');
  return given;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}
declare const trustedTypes: TrustedTypes;
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Our pages and the background run no script by an address that the policy has not seen; it knows this one alone. */
function trusted(url: typeof file): unknown {
  policy ??= trustedTypes.createPolicy('holdfast-reading', {
    createScriptURL: (asked) => {
      if (asked === file) return asked;
      throw new TypeError('no such script');
    },
  });
  return policy.createScriptURL(url);
}

/**
 * Has the browser keep the script for later: a service worker may run only scripts that it ran while it was installed
 * (Service Workers, "importScripts", script resource map).
 */
export function keepReading(): void {
  addEventListener('install', () => void loadReading());
}
