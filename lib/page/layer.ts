import type { BadgePlace } from '@/lib/sites/site-adapter';
import { Badge, type BadgeFace } from './badge';
import { badgeStyle, SharedStyle } from './style';
import { type Theme, themeAt } from './theme';
import type { World } from './world';

/** A badge that should be in the page now. */
export interface Wanted {
  readonly item: Element;
  /** Tells several badges of one item apart. */
  readonly slot: string;
  readonly place: BadgePlace;
  readonly face: BadgeFace;
  readonly open: (badge: Badge) => void;
}

interface Drawn {
  readonly badge: Badge;
  wanted: Wanted;
  /** When the page dropped it and it was put back. */
  returns: number[];
}

/** A badge that comes alone fades in. More at once came with their list, and each fade is work for the page's main thread. */
const mostFading = 8;
const mostReturns = 5;
const returnWindow = 10_000;

/** All badges of a page: draws the wanted ones, moves and updates what is there, removes the rest. */
export class BadgeLayer {
  readonly #style: SharedStyle;
  #drawn = new Map<Element, Map<string, Drawn>>();
  readonly #hosts = new WeakSet<Node>();

  constructor(
    private readonly world: World,
    private readonly onNear: () => void,
  ) {
    this.#style = new SharedStyle(world.page, badgeStyle);
  }

  isOwn(node: Node): boolean {
    return this.#hosts.has(node);
  }

  /** `at` in ms. Returns the time after which a badge that the page keeps dropping may be put back. */
  draw(wanted: readonly Wanted[], at: number): number | undefined {
    const before = this.#drawn;
    const after = new Map<Element, Map<string, Drawn>>();
    const themes = new Map<Element | null, Theme>();
    let pause: number | undefined;
    const isFading = wanted.length <= before.size + mostFading;
    for (const one of wanted) {
      const drawn = before.get(one.item)?.get(one.slot) ?? this.#create(one);
      before.get(one.item)?.delete(one.slot);
      drawn.wanted = one;
      const slots = after.get(one.item) ?? new Map<string, Drawn>();
      after.set(one.item, slots.set(one.slot, drawn));
      drawn.badge.show(one.face, themeOf(one.place.anchor, themes), isFading);
      if (!this.#keepInPlace(drawn, at)) pause = returnWindow;
    }
    for (const slots of before.values()) for (const { badge } of slots.values()) badge.remove();
    this.#drawn = after;
    return pause;
  }

  #create(wanted: Wanted): Drawn {
    const drawn: Drawn = {
      wanted,
      returns: [],
      badge: new Badge(this.world, this.#style, {
        near: this.onNear,
        open: (badge) => drawn.wanted.open(badge),
      }),
    };
    this.#hosts.add(drawn.badge.host);
    return drawn;
  }

  /** `false`: the page takes this badge out again and again, so it stays out for a while. */
  #keepInPlace(drawn: Drawn, at: number): boolean {
    if (drawn.badge.isAt(drawn.wanted.place)) return true;
    drawn.returns = drawn.returns.filter((time) => at - time < returnWindow);
    if (drawn.returns.length > mostReturns) return false;
    drawn.returns.push(at);
    drawn.badge.putAt(drawn.wanted.place);
    return true;
  }
}

/** Rows of one list share their theme, and asking for a computed style is not free. */
function themeOf(anchor: Element, known: Map<Element | null, Theme>): Theme {
  const group = anchor.closest('table,[role=grid],[role=list],[role=listbox]');
  const theme = known.get(group) ?? themeAt(anchor);
  if (group) known.set(group, theme);
  return theme;
}
