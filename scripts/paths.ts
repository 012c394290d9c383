import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Where builds go; a folder of one's own lets two people build at once. */
export const outFolder = resolve(root, process.env.HOLDFAST_OUT_DIR ?? '.output');
export const chromeBuild = join(outFolder, 'chrome-mv3');
export const firefoxBuild = join(outFolder, 'firefox-mv3');
