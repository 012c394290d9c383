import { chromeBuild } from '../paths.ts';
import { measure } from '../sizes.ts';
import { type Result, resultOf, times } from './figure.ts';

/** What a browser loads per entry point, against its budget; exact, so a single run is enough. */
export async function measureBytes(): Promise<readonly Result[]> {
  return measure(chromeBuild).map(({ name, bytes, budget }) =>
    resultOf(
      {
        part: 'bytes',
        name: `${name}, gzip`,
        unit: 'kB',
        against: 'its budget',
        values: [bytes / 1_000],
        floors: [budget / 1_000],
      },
      times(1),
    ),
  );
}
