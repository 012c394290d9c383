import type { CDPSession, Page } from 'playwright-core';

/** A control inside one of Holdfast's closed shadow roots. */
export interface Control {
  readonly text: string;
  /** Accessible name as far as markup gives it: `aria-label`, else the text. */
  readonly name: string;
  readonly tag: string;
  readonly state: Readonly<Record<string, string>>;
  readonly id: number;
}

/** One closed shadow root that Holdfast put into the page. */
export interface Root {
  readonly hostAttributes: Readonly<Record<string, string>>;
  /** The host stands on the page's root element: a card or menu, not a badge. */
  readonly isFloating: boolean;
  readonly text: string;
  readonly controls: readonly Control[];
  /** Text of the row or message in which the host stands. */
  readonly around: string;
  /** Attributes of that row; none outside of rows. */
  readonly row: Readonly<Record<string, string>>;
  readonly backendNodeId: number;
}

interface DomNode {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeType: number;
  readonly nodeValue?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly shadowRootType?: string;
  readonly contentDocument?: DomNode;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();
function sessionOf(page: Page): Promise<CDPSession> {
  const existing = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, existing);
  return existing;
}

function attributesOf(node: DomNode): Record<string, string> {
  const list = node.attributes ?? [];
  return Object.fromEntries(list.flatMap((name, index) => (index % 2 ? [] : [[name, list[index + 1] ?? '']])));
}

/** Shadow roots of the page's own components: for a person they are the page. What is ours is no word of a row. */
function shadowOf(node: DomNode): readonly DomNode[] {
  const isOurs = 'data-holdfast' in attributesOf(node);
  return isOurs ? [] : (node.shadowRoots ?? []).filter((root) => root.shadowRootType !== 'user-agent');
}

/** Visible words of a tree; style sheets are no words. */
function textOf(node: DomNode): string {
  if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT') return '';
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const attributes = attributesOf(node);
  if ('hidden' in attributes) return '';
  return [...shadowOf(node), ...(node.children ?? [])].map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

function controlsOf(node: DomNode): readonly Control[] {
  const attributes = attributesOf(node);
  if ('hidden' in attributes) return [];
  const own = /^(BUTTON|A|INPUT|SELECT|TEXTAREA)$/.test(node.nodeName)
    ? [
        {
          text: textOf(node),
          name: attributes['aria-label'] ?? textOf(node),
          tag: node.nodeName.toLowerCase(),
          state: attributes,
          id: node.backendNodeId,
        },
      ]
    : [];
  return [...own, ...(node.children ?? []).flatMap(controlsOf)];
}

function rootsOf(node: DomNode, ancestors: readonly DomNode[]): readonly Root[] {
  const row = ancestors.findLast((ancestor) => /^(TR|LI|ARTICLE)$/.test(ancestor.nodeName));
  const theirs = shadowOf(node);
  const here = (theirs.length > 0 ? [] : (node.shadowRoots ?? []))
    .filter((root) => root.shadowRootType === 'closed')
    .map((root) => ({
      hostAttributes: attributesOf(node),
      isFloating: ancestors.at(-1)?.nodeName === 'HTML',
      text: textOf(root),
      controls: controlsOf(root),
      around: textOf(row ?? ancestors.at(-3) ?? node),
      row: row ? attributesOf(row) : {},
      backendNodeId: node.backendNodeId,
    }));
  const inside = [...theirs, ...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  return [...here, ...inside.flatMap((child) => rootsOf(child, [...ancestors, node]))];
}

/**
 * What Holdfast shows in a page. Page scripts and Playwright's selectors cannot see into closed roots; the debugger
 * can, and changes nothing.
 */
export async function closedRoots(page: Page): Promise<readonly Root[]> {
  const session = await sessionOf(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return rootsOf(root as DomNode, []);
}

/** Badges in rows and messages, in page order. */
export async function badges(page: Page): Promise<readonly Root[]> {
  return (await closedRoots(page)).filter((root) => !root.isFloating && root.text !== '');
}

/** The open contact card or menu. */
export async function card(page: Page): Promise<Root | undefined> {
  return (await closedRoots(page)).find((root) => root.isFloating && root.controls.length > 0);
}

/** Centre of an element in the window, after it was scrolled there. */
export async function centreOf(page: Page, backendNodeId: number): Promise<{ x: number; y: number }> {
  const session = await sessionOf(page);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

/** A real click by the mouse, at the place where the control is shown. */
export async function clickControl(page: Page, control: Control): Promise<void> {
  const { x, y } = await centreOf(page, control.id);
  await page.mouse.move(x - 30, y - 8);
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.click(x, y);
}

/** The control whose accessible name matches. */
export function controlOf(root: Root | undefined, name: RegExp | string): Control {
  const found = root?.controls.find((control) =>
    typeof name === 'string'
      ? control.name === name || control.text === name
      : name.test(control.name) || name.test(control.text),
  );
  if (found) return found;
  const known = root?.controls.map((control) => control.name).join(' · ');
  throw new Error(`No control ${name} in ${root ? `“${root.text}” (${known})` : 'a card that is not open'}`);
}

/** Waits until the page shows what is asked for; a page draws in its own time. */
export async function until<T>(look: () => Promise<T | undefined>, what: string, patience = 10_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Not seen within ${patience} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The badge whose accessible name, or whose row, matches. */
export async function badgeOf(page: Page, pattern: RegExp): Promise<Root> {
  const fits = (badge: Root) => badge.controls.some(({ name }) => pattern.test(name)) || pattern.test(badge.around);
  try {
    return await until(async () => (await badges(page)).find(fits), `a badge for ${pattern}`);
  } catch (error) {
    const shown = (await badges(page)).map(({ text, around }) => `“${text}” in “${around.slice(0, 60)}”`);
    throw new Error(`${error instanceof Error ? error.message : error}; shown are ${shown.join(', ') || 'none'}`);
  }
}

/** A person looks before the click; Holdfast takes no click on something that has only just appeared. */
export const readingTime = 600;

/** Opens a badge as a person does: the pointer travels there, then clicks. */
export async function openCard(page: Page, badge: Root): Promise<Root> {
  const [control] = badge.controls;
  if (!control) throw new Error('The badge has no button.');
  await page.waitForTimeout(readingTime);
  await clickControl(page, control);
  return until(() => card(page), 'the contact card');
}

/** Clicks a control of the open card and waits until the card says what is expected. */
export async function pressInCard(page: Page, name: RegExp | string, expected?: string): Promise<Root | undefined> {
  await page.waitForTimeout(readingTime);
  await clickControl(page, controlOf(await card(page), name));
  if (expected === undefined) return card(page);
  return until(async () => {
    const open = await card(page);
    return open?.text.includes(expected) ? open : undefined;
  }, `“${expected}” in the card`);
}

/** What a function finds at an element, also at one inside a closed root. */
export async function lookAt<T>(page: Page, backendNodeId: number, look: (element: HTMLElement) => T): Promise<T> {
  const session = await sessionOf(page);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function () { return (${look})(this); }`,
    returnByValue: true,
  });
  return result.value;
}

/** Accessible name of our control that has the focus. */
export async function focused(page: Page): Promise<string | undefined> {
  for (const { id, name } of (await closedRoots(page)).flatMap(({ controls }) => controls)) {
    if (await lookAt(page, id, (element) => element.matches(':focus'))) return name;
  }
  return undefined;
}
