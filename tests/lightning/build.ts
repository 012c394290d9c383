import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import { type InputOptions, rollup } from 'rollup';

const folder = join(import.meta.dirname, 'modules');
/** Pages ask for a kind of icons when they first show one; these are never shown here, and are most of the work. */
const otherIcons = /^lightning\/iconSvgTemplates(?!Utility$)/;
const packages = ['@lwc/engine-dom', 'lightning-base-components'];

/** Names of elements, as Salesforce's pages bear them, and the files that make them here. */
const files: Readonly<Record<string, string>> = {
  'holdfast/console': 'console.js',
  'lst/commonListInternal': 'list.js',
  'lst/listViewManagerHeader': 'list-header.js',
  'records/recordHome': 'record.js',
  'records/entityLabel': 'entity-label.js',
};

/** A script for a plain page, where nobody has set what a bundler's own pages know. */
async function bundle(options: InputOptions): Promise<string> {
  const bundled = await rollup({ ...options, external: otherIcons, onwarn: () => {} });
  const intro = "const process = { env: { NODE_ENV: 'production' } };";
  const { output } = await bundled.generate({ format: 'iife', inlineDynamicImports: true, intro });
  await bundled.close();
  return output[0].code;
}

/** The script that draws the page: Salesforce's own base components, and the few of ours around them. */
export function buildComponents(): Promise<string> {
  const own = Object.entries(files).map(([name, file]) => ({ name, path: join(folder, file) }));
  const compiler = lwc({
    rootDir: folder,
    modules: own,
    defaultModules: packages.map((npm) => ({ npm })),
    enableDynamicComponents: true,
    enableLwcOn: true,
  });
  const browser = { name: 'browser', resolveImportMeta: () => '{ SSR: false }' };
  return bundle({ input: join(folder, 'main.js'), plugins: [browser, compiler] });
}

/** The library that imitates shadow roots; it stands before the components or not at all. */
export function buildSyntheticShadow(): Promise<string> {
  return bundle({ input: join(import.meta.dirname, '../../node_modules/@lwc/synthetic-shadow/dist/index.js') });
}
