/** The README's pictures, light and dark, from the build: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startJourney } from '../tests/e2e/support/journey.ts';
import { root } from './paths.ts';
import { catchUp, fillMarta, openOwn, openPopup, openRecovery, openSvensCard, trackEverybody } from './walk.ts';

const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });

for (const theme of ['light', 'dark'] as const) {
  const journey = await startJourney({
    colorScheme: theme,
    page: { theme },
    viewport: { width: 1180, height: 860 },
    scale: 2,
    args: ['--hide-scrollbars'],
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
  const contact = await openOwn(journey, `contact.html?id=${await fillMarta(journey)}`);
  await contact.setViewportSize({ width: 1180, height: 1180 });
  await contact.screenshot({ path: join(folder, `contact-${theme}.png`) });
  const settings = await openOwn(journey, 'options.html');
  await settings.screenshot({ path: join(folder, `settings-${theme}.png`) });
  const recovery = await openRecovery(journey);
  await recovery.setViewportSize({ width: 1180, height: 1180 });
  await recovery.screenshot({ path: join(folder, `recovery-${theme}.png`) });
  await journey.close();
}
