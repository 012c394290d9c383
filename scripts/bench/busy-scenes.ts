/** Scenes that run in the page: what a busy mail application does by itself. */

/** Draws that many rows beside the page, as contents for the list that scrolls. */
export function drawRows(rows: number): void {
  const { demo }: { demo?: Demo } = globalThis as never;
  if (!demo) throw new Error('This page is not the demo mailbox.');
  const view = document.createElement('div');
  view.innerHTML = '<div gh="tl"><table><tbody></tbody></table></div>';
  demo.config.pageSize = rows;
  demo.fillList(view, ['inbox'], '', 1);
  const contents = [...view.querySelectorAll('tr')].map((row) => ({
    cells: row.innerHTML,
    attributes: [...row.attributes].map(({ name, value }) => [name, value] as const),
  }));
  Object.assign(globalThis, { contents });
}

/** Fifty elements run through all rows, five per frame. */
export async function scrollRecycledRows(): Promise<void> {
  const body = document.querySelector('[gh="tl"] tbody');
  const { contents = [] }: { contents?: Content[] } = globalThis as never;
  for (let next = 50; next < contents.length; next += 5) {
    for (const { cells, attributes } of contents.slice(next, next + 5)) {
      const row = body?.firstElementChild;
      if (!row) throw new Error('The list is empty.');
      for (const [name, value] of attributes) row.setAttribute(name, value);
      row.innerHTML = cells;
      body.append(row);
    }
    await new Promise(requestAnimationFrame);
  }
}

interface Content {
  readonly cells: string;
  readonly attributes: readonly (readonly [string, string])[];
}

interface Demo {
  readonly config: { pageSize: number };
  fillList(view: Element, lists: readonly string[], query: string, page: number): void;
}

/** Changes that concern nobody: elements that come and go, attributes and texts, fifty a frame, outside of all lists. */
export async function changeElsewhere(changes: number): Promise<void> {
  const place = document.querySelector('header') ?? document.body;
  const clock = place.appendChild(document.createElement('div'));
  const text = clock.appendChild(document.createTextNode(''));
  for (let done = 0; done < changes; ) {
    for (let turn = 0; turn < 50; turn += 5, done += 5) {
      const element = clock.appendChild(document.createElement('i'));
      element.className = `c${done}`;
      element.title = String(done);
      text.data = String(done);
      element.remove();
    }
    await new Promise(requestAnimationFrame);
  }
  clock.remove();
}
