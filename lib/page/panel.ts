import type { ErrorKey } from '@/lib/messaging/protocol';
import type { Badge } from './badge';
import { closest, hostOf, rootOf } from './dom';
import { hostAttribute, make } from './elements';
import { Guard } from './guard';
import type { SharedStyle } from './style';
import type { Theme } from './theme';
import type { World } from './world';

const gap = 6;
const edge = 8;
const writing = 'input[type=text]';
const controls = 'button:not([disabled]),a[href],input,textarea';

export interface PanelOptions {
  readonly world: World;
  readonly style: SharedStyle;
  readonly badge: Badge;
  readonly theme: Theme;
  readonly direction: 'ltr' | 'rtl';
  /** Hears what went wrong, and answers with the key of what to say about it. */
  readonly failed: (error: unknown) => ErrorKey;
}

/**
 * A small window of ours at a badge: opens inside the visible page, follows its badge, closes on Escape or a click
 * outside, keeps its keys to itself, takes the focus and gives it back. Not modal: the page stays usable.
 */
export class Panel {
  readonly box: HTMLElement;
  readonly #guard: Guard;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #ending = new AbortController();
  /** Takes the focus if the badge is gone by the end, as in a list after a log: the row's own focusable part. */
  readonly #around: Element | null;
  #frame = 0;
  #isBusy = false;
  #left = 0;
  #top = 0;

  constructor(private readonly options: PanelOptions) {
    const { world, style, badge, theme, direction } = options;
    const { page } = world;
    this.#around = closest(badge.host, '[tabindex]');
    this.#host = make(page, 'span', { [hostAttribute]: 'panel' });
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    this.box = make(page, 'section', {
      class: theme,
      dir: direction,
      role: 'dialog',
      'aria-labelledby': 'title',
      tabindex: '-1',
    });
    this.#guard = new Guard(this.box);
    this.#root.append(this.box);
    style.apply(this.#root);
  }

  /** Shows what the box holds by now. */
  open(): void {
    if (!this.isOpen) return;
    const { page } = this.options.world;
    rootOf(page).append(this.#host);
    this.#put();
    this.#guard.watch();
    this.#listen();
    this.options.badge.expanded(true);
    this.box.focus({ preventScroll: true });
  }

  /** Not closed yet, whether or not it is shown by now. */
  get isOpen(): boolean {
    return !this.#ending.signal.aborted;
  }

  isAt(badge: Badge): boolean {
    return this.isOpen && this.options.badge === badge;
  }

  /** Fills the box anew. The focus stays on the same control, or goes to the field that has just come. */
  redraw(fill: () => void): void {
    const key = this.#root.activeElement?.getAttribute('data-key');
    const fieldBefore = this.box.querySelector(writing);
    fill();
    this.box.classList.add('still');
    this.#move(this.#left, this.#top);
    const field = fieldBefore ? null : this.box.querySelector<HTMLElement>(writing);
    const control = [...this.box.querySelectorAll<HTMLElement>('[data-key]')].find(
      ({ dataset }) => dataset.key === key,
    );
    (field ?? control ?? this.box).focus({ preventScroll: true });
  }

  /** Runs when a person clicks the control, for what only changes our own window. */
  whenClicked(control: HTMLElement, run: () => void): void {
    control.addEventListener('click', (event) => {
      if (this.options.world.isTrusted(event)) run();
    });
  }

  /** Runs when a person has really meant the control, for what changes anything. */
  whenMeant(control: HTMLElement, run: () => void): void {
    const check = async (event: MouseEvent) => {
      if (await this.#allows(event)) run();
    };
    control.addEventListener('click', (event) => void check(event));
  }

  /** Runs a request; tells what went wrong, if anything. Meanwhile no other request is begun. */
  async attempt(request: () => Promise<void>): Promise<ErrorKey | undefined> {
    if (this.#isBusy) return undefined;
    this.#isBusy = true;
    this.box.setAttribute('aria-busy', 'true');
    try {
      await request();
      return undefined;
    } catch (error) {
      return this.options.failed(error);
    } finally {
      this.#isBusy = false;
      this.box.removeAttribute('aria-busy');
    }
  }

  /** Is the user in the middle of writing something? */
  isBeingTypedIn(): boolean {
    const field = this.#root.activeElement;
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  }

  close(): void {
    if (!this.isOpen) return;
    const hadFocus = this.#root.activeElement !== null;
    this.#ending.abort();
    cancelAnimationFrame(this.#frame);
    this.#guard.rest();
    this.#host.remove();
    const { badge } = this.options;
    badge.expanded(false);
    if (hadFocus) this.#giveFocusBack();
  }

  async #allows(event: MouseEvent): Promise<boolean> {
    if (!this.options.world.isTrusted(event)) return false;
    return event.detail === 0 ? this.#guard.mayPress(this.#root.activeElement) : await this.#guard.mayAct();
  }

  #giveFocusBack(): void {
    const { badge } = this.options;
    if (badge.host.isConnected) badge.button.focus({ preventScroll: true });
    else if (this.#around instanceof HTMLElement) this.#around.focus({ preventScroll: true });
  }

  #listen(): void {
    const { signal } = this.#ending;
    for (const type of ['keydown', 'keypress', 'keyup']) {
      // On the window and first: a mail application's one-letter shortcuts must not hear what is typed in here.
      addEventListener(type, (event) => this.#key(event), { signal, capture: true });
    }
    addEventListener('pointerdown', (event) => this.#pressed(event), { signal, capture: true });
    const follow = () => {
      this.#frame ||= requestAnimationFrame(() => this.#follow());
    };
    addEventListener('scroll', follow, { signal, capture: true, passive: true });
    addEventListener('resize', follow, { signal });
    for (const type of ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'wheel', 'input']) {
      this.#root.addEventListener(type, (event) => event.stopPropagation(), { signal });
    }
  }

  #key(event: Event): void {
    if (!(event instanceof KeyboardEvent) || !this.options.world.isTrusted(event)) return;
    if (event.type === 'keydown' && event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.close();
      return;
    }
    if (event.target !== this.#host) return;
    if (event.type === 'keydown' && event.key === 'Tab') this.#turn(event);
    event.stopImmediatePropagation();
  }

  /** Tab goes round inside the card. */
  #turn(event: KeyboardEvent): void {
    const stops = [...this.box.querySelectorAll<HTMLElement>(controls)];
    const edgeStop = event.shiftKey ? stops[0] : stops.at(-1);
    const active = this.#root.activeElement;
    if (active !== edgeStop && !(event.shiftKey && active === this.box)) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }

  #pressed(event: Event): void {
    // The badge's own click closes its card; closing here as well would open it again.
    if (event.target === this.#host || this.#isAtBadge(event)) return;
    if (this.options.world.isTrusted(event)) this.close();
  }

  /** A badge in a shadow root of the page hides behind that root's host. */
  #isAtBadge(event: Event): boolean {
    const { host, button } = this.options.badge;
    if (event.target === host || !(event instanceof MouseEvent) || !hostOf(host)) return event.target === host;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const { clientX, clientY } = event;
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  }

  /** The badge was scrolled: the card goes along, and closes when there is nothing left to point at. */
  #follow(): void {
    this.#frame = 0;
    const { badge } = this.options;
    const { top, bottom } = badge.button.getBoundingClientRect();
    const isGone = bottom < 0 || top > innerHeight;
    // Without its badge, as after a log that ended its reason, the card stays where it was.
    if (!badge.host.isConnected || (isGone && this.isBeingTypedIn())) this.#move(this.#left, this.#top);
    else if (isGone) this.close();
    else this.#put();
  }

  /** Below the badge, else above it, else where there is room. */
  #put(): void {
    const { badge, direction } = this.options;
    const at = badge.button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const isBelow = at.bottom + gap + height + edge <= innerHeight || at.top - gap - height < edge;
    this.#move(direction === 'rtl' ? at.right - width : at.left, isBelow ? at.bottom + gap : at.top - gap - height);
  }

  /** As near to that place as the window allows. */
  #move(left: number, top: number): void {
    const { page } = this.options.world;
    const { offsetWidth: width, offsetHeight: height } = this.box;
    this.#left = Math.round(clamp(left, edge, rootOf(page).clientWidth - width - edge));
    this.#top = Math.round(clamp(top, edge, innerHeight - height - edge));
    this.box.style.left = `${this.#left}px`;
    this.box.style.top = `${this.#top}px`;
    this.#guard.placed(this.#left, this.#top);
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
