import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromeBuild } from '../../../scripts/paths.ts';

/** The journeys run on what is built, never on sources. */
export function setup(): void {
  if (existsSync(join(chromeBuild, 'manifest.json'))) return;
  throw new Error('There is no build to test. Run `npm run build` first, or `npm run e2e`, which does both.');
}
