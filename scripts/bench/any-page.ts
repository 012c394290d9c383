import { aPerson } from '../../tests/demo-mailbox/mailbox.ts';
import type { Browsers } from './browser.ts';
import { type Result, resultOf } from './figure.ts';
import { rowCount } from './gmail-page.ts';
import type { BenchOptions } from './options.ts';
import { type Load, load, ourMark } from './page-load.ts';
import { crm, emptyExtension } from './small-extensions.ts';
import { interleaved } from './stats.ts';

const url = `${crm}/customers`;

/** A table of customers with ten elements a row, as any software may have one. */
function customers(): string {
  const rows = Array.from({ length: rowCount }, (_, number) => {
    const { name, address } = aPerson(number);
    return `<tr><td><input type="checkbox"></td><td><a href="/p/${number}">${name}</a></td>
<td><div><span>Company ${number}</span></div></td><td>${address}</td><td>+44 20 7946 0${number}</td></tr>`;
  });
  return `<!doctype html><html lang="en"><body><h1>Customers</h1><table><tbody>${rows.join('')}</tbody></table></body></html>`;
}

/** What a page that no adapter knows costs when it is opened: the reader of any page finds everybody by itself. */
export async function measureAnyPage({ rounds }: BenchOptions, browsers: Browsers): Promise<readonly Result[]> {
  const runs = { empty: await browsers.small(emptyExtension), ours: await browsers.ours(2_000) };
  for (const { context } of Object.values(runs)) {
    await context.unroute(`${crm}/**`);
    await context.route(`${crm}/**`, (route) =>
      route.fulfill({ body: customers(), contentType: 'text/html; charset=utf-8' }),
    );
  }
  const { empty, ours } = await interleaved(rounds, {
    empty: () => load(runs.empty, undefined, url),
    ours: () => load(runs.ours, ourMark, url),
  });
  const of = (loads: readonly Load[], kind: keyof Load, per: number) => loads.map((one) => one[kind] / per);
  const figure = (kind: keyof Load, name: string, unit: string, per = 1) =>
    resultOf({
      part: 'any page',
      name,
      unit,
      against: 'the page with an empty extension',
      values: of(ours, kind, per),
      floors: of(empty, kind, per),
    });
  return [
    figure('script', 'script time', 'ms'),
    figure('task', 'task time', 'ms'),
    figure('heap', 'heap', 'kB', 1_000),
  ];
}
