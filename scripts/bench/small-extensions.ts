import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { root } from '../paths.ts';
import { faceShim } from './face-shim.ts';

/** Where a page stands that no adapter knows. */
export const crm = 'https://crm.acme.example';

const sources = join(root, 'scripts/bench/extensions');
const sdk = join(root, 'node_modules/@inboxsdk/core');

/** Bundles one script as the product's scripts are bundled: minified, one file. */
async function bundle(entry: string, folder: string, name: string, define: Record<string, string> = {}): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    resolve: { alias: { '@': root, dexie: join(root, 'node_modules/dexie/dist/modern/dexie.mjs') } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: true,
      modulePreload: false,
      rollupOptions: { input: entry, output: { entryFileNames: name, format: 'iife' } },
    },
  });
}

/** A small extension for the pages of the benchmark: one content script at the same moment as ours, and a background. */
async function smallExtension(
  name: string,
  scripts: (folder: string) => Promise<void>,
  permissions: readonly string[] = [],
): Promise<string> {
  const folder = join(temporaryFolder(`bench-${name}`), 'extension');
  mkdirSync(folder);
  await scripts(folder);
  const matches = ['https://mail.google.com/*', `${crm}/*`];
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    permissions,
    host_permissions: matches,
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches, js: ['content.js'], run_at: 'document_idle' }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

const echo = (folder: string) => bundle(join(sources, 'echo-worker.ts'), folder, 'background.js');

/** An extension whose content script is empty and whose background does nothing but answer. */
export function emptyExtension(): Promise<string> {
  return smallExtension('empty', async (folder) => {
    await echo(folder);
    // One statement, so that the browser makes the script's world as it does for every other.
    writeFileSync(join(folder, 'content.js'), 'void document.title;');
  });
}

/** An extension that knows all answers and only draws. */
export function knownBadges(): Promise<string> {
  return smallExtension('known-badges', async (folder) => {
    await echo(folder);
    await bundle(join(sources, 'known-badges.ts'), folder, 'content.js');
  });
}

/** The same, which also marks when a badge has another face, as our build does for the benchmark. */
export async function knownBadgesWithFaces(): Promise<string> {
  const folder = await knownBadges();
  const script = join(folder, 'content.js');
  writeFileSync(script, faceShim + readFileSync(script, 'utf8'));
  return folder;
}

/** An id in the form that InboxSDK accepts: a name, and the beginning of its hash. */
const appName = 'holdfast-bench';
const appId = `sdk_${appName}_${createHash('sha1').update(appName).digest('hex').slice(0, 10)}`;

/** An extension that labels rows by InboxSDK, as its guide says; its servers are out of reach. */
export function inboxSdk(): Promise<string> {
  const scripts = async (folder: string) => {
    const define = { APP_ID: JSON.stringify(appId) };
    await bundle(join(sources, 'inboxsdk.ts'), folder, 'content.js', define);
    await bundle(join(sdk, 'background.js'), folder, 'background.js');
    await bundle(join(sdk, 'pageWorld.js'), folder, 'pageWorld.js');
  };
  return smallExtension('inboxsdk', scripts, ['scripting']);
}

/** The built extension with pages of the benchmark beside its own; nothing of its own is changed. */
export async function buildWithPages(folder: string): Promise<void> {
  const pages = join(folder, 'bench');
  mkdirSync(pages);
  for (const name of ['blank-page.tsx', 'seed.ts', 'queries.ts']) {
    const script = name.replace(/\.tsx?$/, '.js');
    await bundle(join(sources, name), pages, script);
    const html = `<!doctype html><meta charset="utf-8"><title>Bench</title><div id="root"></div><script type="module" src="./${script}"></script>`;
    writeFileSync(join(pages, name.replace(/\.tsx?$/, '.html')), html);
  }
}
