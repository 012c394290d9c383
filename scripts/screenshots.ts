/** The README's pictures, light and dark, from the build: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startJourney } from '../tests/e2e/support/journey.ts';
import { root } from './paths.ts';
import { catchUp, openPopup, openSvensCard, trackEverybody } from './walk.ts';

const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });

for (const theme of ['light', 'dark'] as const) {
  const journey = await startJourney({
    colorScheme: theme,
    page: { theme },
    viewport: { width: 1180, height: 860 },
    scale: 2,
  });
  await trackEverybody(journey);
  const page = await journey.openMail();
  await catchUp(page);
  await page.mouse.move(1170, 4);
  await page.screenshot({ path: join(folder, `inbox-${theme}.png`) });
  await openSvensCard(page);
  await page.screenshot({ path: join(folder, `card-${theme}.png`) });
  const popup = await openPopup(journey);
  await popup.screenshot({ path: join(folder, `popup-${theme}.png`) });
  await journey.close();
}
