import { expect, it } from 'vitest';
import { treeMap } from './tree-map.ts';

it('gives each module an area after its bytes, the largest first', () => {
  const parts = [
    { name: 'lib/small.ts', bytes: 1_000 },
    { name: 'lib/<large>.ts', bytes: 3_000 },
  ];
  const html = treeMap([{ name: 'popup.html', parts }]);
  expect(html).toContain('popup.html: 4.0 kB');
  const places = [...html.matchAll(/left:(\d+)px;top:0px;width:(\d+)px;height:520px[^"]*" title="([^"]+)"/g)];
  expect(places.map(([, left, width, title]) => [left, width, title])).toEqual([
    ['0', '870', 'lib/&lt;large>.ts 3.0 kB'],
    ['870', '290', 'lib/small.ts 1.0 kB'],
  ]);
});
