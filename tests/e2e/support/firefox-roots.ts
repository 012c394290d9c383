import type { Firefox } from './firefox.ts';

export interface FirefoxButton {
  readonly name: string;
  readonly sharedId: string;
}
/** One closed shadow root of ours, as the debugger shows it. */
export interface FirefoxRoot {
  readonly text: string;
  readonly buttons: readonly FirefoxButton[];
}

interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

function inside({ children = [], shadowRoot }: NonNullable<RemoteNode['value']>): readonly RemoteNode[] {
  return shadowRoot ? [...children, shadowRoot] : children;
}

function textOf({ value }: RemoteNode): string {
  if (!value || value.localName === 'style') return '';
  return [value.nodeValue ?? '', ...inside(value).map(textOf)].join(' ').replace(/\s+/g, ' ').trim();
}

function buttonsOf(node: RemoteNode): readonly FirefoxButton[] {
  const own =
    node.value?.localName === 'button' && node.sharedId
      ? [{ name: node.value.attributes?.['aria-label'] ?? textOf(node), sharedId: node.sharedId }]
      : [];
  return [...own, ...(node.value ? inside(node.value) : []).flatMap(buttonsOf)];
}

/** Closed roots are reachable for the debugger alone; each host is asked for with what is inside, roots in it included. */
export async function closedRootsIn(
  firefox: Firefox,
  context: string,
  selector = '[data-holdfast]',
): Promise<readonly FirefoxRoot[]> {
  const answer = await firefox.bidi.send<{ result: { value?: readonly RemoteNode[] } }>('script.callFunction', {
    functionDeclaration: `() => [...document.querySelectorAll('${selector}')]`,
    awaitPromise: false,
    target: { context },
    serializationOptions: { maxDomDepth: 12, includeShadowTree: 'all' },
  });
  return (answer.result.value ?? [])
    .map((host) => host.value?.shadowRoot)
    .filter((root) => root !== undefined && root !== null)
    .map((root) => ({ text: textOf(root), buttons: buttonsOf(root) }));
}

/** A real click: the pointer travels onto the element, rests, and presses. */
export async function clickAt(firefox: Firefox, context: string, button: FirefoxButton | undefined): Promise<void> {
  if (!button) throw new Error('There is no such button.');
  const origin = { type: 'element', element: { sharedId: button.sharedId } };
  await firefox.bidi.send('input.performActions', {
    context,
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: -6, y: -3, origin },
          { type: 'pointerMove', x: 0, y: 0, origin, duration: 100 },
          { type: 'pause', duration: 700 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ],
  });
}

/** The same on the first element that fits, in one of our own pages. */
export async function clickOn(firefox: Firefox, context: string, selector: string): Promise<void> {
  const { nodes } = await firefox.bidi.send<{ nodes: readonly { sharedId: string }[] }>('browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: selector },
  });
  await clickAt(firefox, context, nodes[0] && { name: selector, sharedId: nodes[0].sharedId });
}
