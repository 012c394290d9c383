import type { BadgePlace } from '@/lib/sites/site-adapter';
import { hostAttribute, make } from './elements';
import { Guard } from './guard';
import { type IconName, icon } from './icons';
import type { SharedStyle } from './style';
import type { Theme } from './theme';
import type { World } from './world';

/** What one badge says. Nothing private: a page can photograph its own pixels. */
export interface BadgeFace {
  readonly tone: string;
  readonly icon: IconName;
  readonly label: string;
  /** "+2" for further people of the same row. */
  readonly more?: string;
  readonly description: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Who hears of a badge's user. */
export interface BadgeEars {
  /** Somebody comes near and may click soon. */
  near(): void;
  open(badge: Badge): void;
}

/** Events by which web applications open mail or select rows; a screen reader may send them from afar. */
const swallowed = ['click', 'mousedown', 'mouseup'];
/** The same, and what starts a drag, from a pointer that came near first. */
const swallowedNear = ['dblclick', 'auxclick', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'dragstart'];

function stop(event: Event): void {
  event.stopPropagation();
}

/** In a link a click would still lead there. */
function prevent(event: Event): void {
  event.preventDefault();
}

function stopPress(event: Event): void {
  if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) stop(event);
}

/** One pill in the page: a host of our own with a closed shadow root and a real button inside. */
export class Badge {
  readonly host: HTMLElement;
  readonly button: HTMLButtonElement;
  private readonly guard: Guard;
  readonly #root: ShadowRoot;
  #shown = '';
  #isNear = false;

  constructor(
    private readonly world: World,
    style: SharedStyle,
    private readonly ears: BadgeEars,
  ) {
    const { page } = world;
    this.host = make(page, 'span', { [hostAttribute]: 'badge' });
    const root = this.host.attachShadow({ mode: 'closed' });
    this.#root = root;
    style.apply(root);
    this.button = make(page, 'button', { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' });
    root.append(this.button);
    this.guard = new Guard(this.button);
    this.#listen();
  }

  /** Says something else, without a flicker if it is the same. `isFading`: its first face comes softly. */
  show(face: BadgeFace, theme: Theme, isFading = false): void {
    const { tone, label, more, description, direction } = face;
    const look = `pill ${tone} ${theme} `;
    const shown = look + [direction, face.icon, more, label, description];
    if (shown === this.#shown) return;
    const fresh = isFading && this.#shown === '' ? 'fresh' : '';
    this.#shown = shown;
    const { page } = this.world;
    // A row that is taken out and put back would otherwise fade its badge in again.
    if (fresh) this.button.onanimationend = () => this.button.classList.remove(fresh);
    this.button.className = look + fresh;
    this.button.dir = direction;
    this.button.title = description;
    this.button.setAttribute('aria-label', description);
    this.button.replaceChildren(
      icon(page, face.icon),
      make(page, 'span', {}, label),
      ...(more ? [make(page, 'b', {}, more)] : []),
    );
  }

  /** Stands where it should? Other nodes may have come between; that is no reason to move. */
  isAt({ anchor, where }: BadgePlace): boolean {
    const parent = where === 'before' || where === 'after' ? anchor.parentNode : anchor;
    return this.host.isConnected && this.host.parentNode === parent;
  }

  putAt({ anchor, where, isCovered }: BadgePlace): void {
    const isBehind = where === 'after' || where === 'append' || anchor.nodeName === 'BR';
    const marks = ['badge', isBehind && 'after', isCovered && 'over'];
    this.host.setAttribute(hostAttribute, marks.filter(Boolean).join(' '));
    anchor[where](this.host);
  }

  expanded(isExpanded: boolean): void {
    this.button.setAttribute('aria-expanded', String(isExpanded));
  }

  remove(): void {
    this.guard.rest();
    this.host.remove();
  }

  #listen(): void {
    const root = this.#root;
    const { button, guard } = this;
    for (const type of swallowed) root.addEventListener(type, stop);
    root.addEventListener('click', prevent);
    button.addEventListener('click', (event) => void this.#clicked(event));
    button.addEventListener('focus', () => this.#near());
    button.addEventListener('pointerenter', () => {
      guard.watch();
      this.#near();
    });
  }

  /** Somebody may click soon. Most badges of a list are never touched, and listeners have their price. */
  #near(): void {
    this.ears.near();
    if (this.#isNear) return;
    this.#isNear = true;
    const root = this.#root;
    const { button, guard } = this;
    for (const type of swallowedNear) root.addEventListener(type, stop);
    root.addEventListener('auxclick', prevent);
    for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, stopPress);
    button.addEventListener('pointermove', (event) => {
      if (event.movementX || event.movementY) guard.reached();
    });
    button.addEventListener('pointerleave', () => guard.rest());
  }

  async #clicked(event: MouseEvent): Promise<void> {
    if (!this.world.isTrusted(event)) return;
    // A click by key has no click count.
    const isMeant = event.detail === 0 ? this.guard.mayPress(this.#root.activeElement) : await this.guard.mayOpen();
    if (isMeant && this.host.isConnected) this.ears.open(this);
  }
}
