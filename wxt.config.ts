import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { popupChunk } from './scripts/popup-chunk.ts';

/** Firefox needs an id of its own; the address is a name, not a mailbox. */
const geckoId = 'holdfast@holdfast.example';

/** `URL.parse` came with Chrome 126; the word on collected data with Firefox 142. */
const oldestChrome = 126;
const oldestFirefox = 142;

const packages = join(import.meta.dirname, 'node_modules');

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  outDir: process.env.HOLDFAST_OUT_DIR ?? '.output',
  vite: () => ({
    // A page names the files its script imports, else the browser asks for them only once it has read that script.
    build: { modulePreload: { polyfill: false }, cssTarget: [`chrome${oldestChrome}`, `firefox${oldestFirefox}`] },
    resolve: {
      alias: {
        // WXT's context of a content script can be ended by any page (docs/threats.md T3), and we use none of it.
        'wxt/utils/content-script-context': join(import.meta.dirname, 'lib/page/no-context.ts'),
        // See there.
        'react/jsx-runtime': join(import.meta.dirname, 'scripts/jsx-runtime.mjs'),
        // Dexie's own build for current browsers, 2.3 kB smaller than the one its package names first.
        dexie: join(packages, 'dexie/dist/modern/dexie.mjs'),
        // Of one kind both, else the bundler's help for mixed kinds is loaded by every page, the popup among them.
        moment: join(packages, 'moment/moment.js'),
        'moment-timezone': join(packages, 'moment-timezone/builds/moment-timezone-with-data.js'),
      },
    },
  }),
  webExt: { startUrls: ['https://mail.google.com/'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab'],
    host_permissions: ['https://mail.google.com/*'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
    },
    incognito: 'not_allowed',
    ...(browser === 'chrome' && { minimum_chrome_version: String(oldestChrome) }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: geckoId,
          strict_min_version: `${oldestFirefox}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, { build }) => {
      const output = build?.rollupOptions?.output;
      if (!output || Array.isArray(output) || !entrypoints.some(({ type }) => type === 'popup')) return;
      output.codeSplitting = { includeDependenciesRecursively: false, groups: [{ name: popupChunk }] };
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      // A web-accessible resource would let any page recognise the extension (docs/threats.md T9).
      delete manifest.web_accessible_resources;
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitle__';
    },
  },
});
