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

/** Events by which web applications open mail, select rows or start a drag. */
const swallowed = [
  'click',
  'dblclick',
  'auxclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'dragstart',
];

/** One pill in the page: a host of our own with a closed shadow root and a real button inside. */
export class Badge {
  readonly host: HTMLElement;
  readonly button: HTMLButtonElement;
  private readonly guard: Guard;
  #shown = '';

  constructor(
    private readonly world: World,
    style: SharedStyle,
    private readonly ears: BadgeEars,
  ) {
    const { page } = world;
    this.host = make(page, 'span', { [hostAttribute]: 'badge' });
    const root = this.host.attachShadow({ mode: 'closed' });
    style.apply(root);
    this.button = make(page, 'button', { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' });
    root.append(this.button);
    this.guard = new Guard(this.button);
    this.#listen(root);
  }

  /** Says something else, without a flicker if it is the same. */
  show(face: BadgeFace, theme: Theme): void {
    const shown = JSON.stringify([face, theme]);
    if (shown === this.#shown) return;
    const fresh = this.#shown === '' ? 'fresh' : '';
    this.#shown = shown;
    const { page } = this.world;
    this.button.className = `pill ${face.tone} ${theme} ${fresh}`;
    this.button.dir = face.direction;
    this.button.title = face.description;
    this.button.setAttribute('aria-label', face.description);
    this.button.replaceChildren(
      icon(page, face.icon),
      make(page, 'span', {}, face.label),
      ...(face.more ? [make(page, 'b', {}, face.more)] : []),
    );
  }

  /** Stands where it should? Other nodes may have come between; that is no reason to move. */
  isAt({ anchor, where }: BadgePlace): boolean {
    const parent = where === 'before' || where === 'after' ? anchor.parentNode : anchor;
    return this.host.isConnected && this.host.parentNode === parent;
  }

  putAt({ anchor, where }: BadgePlace): void {
    const isBehind = where === 'after' || where === 'append' || anchor.nodeName === 'BR';
    this.host.setAttribute(hostAttribute, isBehind ? 'badge after' : 'badge');
    anchor[where](this.host);
  }

  expanded(isExpanded: boolean): void {
    this.button.setAttribute('aria-expanded', String(isExpanded));
  }

  remove(): void {
    this.guard.rest();
    this.host.remove();
  }

  #listen(root: ShadowRoot): void {
    const { button, guard, ears } = this;
    for (const type of swallowed) root.addEventListener(type, (event) => event.stopPropagation());
    // In a link it would still lead there.
    for (const type of ['click', 'auxclick']) root.addEventListener(type, (event) => event.preventDefault());
    for (const type of ['keydown', 'keypress', 'keyup']) {
      root.addEventListener(type, (event) => {
        if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) event.stopPropagation();
      });
    }
    // A row that is taken out and put back would otherwise fade its badge in again.
    button.addEventListener('animationend', () => button.classList.remove('fresh'));
    button.addEventListener('pointerenter', () => {
      guard.watch();
      ears.near();
    });
    button.addEventListener('focus', () => ears.near());
    button.addEventListener('pointermove', (event) => {
      if (event.movementX || event.movementY) guard.reached();
    });
    button.addEventListener('pointerleave', () => guard.rest());
    button.addEventListener('click', (event) => void this.#clicked(event, root));
  }

  async #clicked(event: MouseEvent, root: ShadowRoot): Promise<void> {
    if (!this.world.isTrusted(event)) return;
    // A click by key has no click count.
    const isMeant = event.detail === 0 ? this.guard.mayPress(root.activeElement) : await this.guard.mayOpen();
    if (isMeant && this.host.isConnected) this.ears.open(this);
  }
}
