import { newId } from '@/lib/messaging/new-id';
import type { ActReply, BadgeView, CardView, ErrorKey } from '@/lib/messaging/protocol';
import { type Act, cardActs } from './card-acts';
import { type CardScene, done, head, logGroup, type Outcome, offer, state, type Tray, why } from './card-parts';
import { foot, isFilledIn, lowerTray, upperTray } from './card-trays';
import { make } from './elements';
import { Panel, type PanelOptions } from './panel';
import type { Say } from './text';

/** A contact at whose badge a card may open, with the address that stands there. */
export interface CardPerson {
  readonly contactId: string;
  readonly mailbox: string;
}

export interface CardOptions extends PanelOptions {
  readonly say: Say;
  /** Hears from each act how the contact stands after it. */
  stands(badge: BadgeView): void;
}

/** The contact card: why somebody stands as they do, and what to do about it, right where the name was seen. */
export class ContactCard {
  readonly panel: Panel;
  #card: CardView | undefined;
  #tray: Tray = 'none';
  #outcome: Outcome | undefined;
  /** Which of the row's people is shown. */
  #at = 0;
  /** The contact is no longer tracked, or its badges are hidden: only "Undo" makes sense now. */
  #isOver = false;

  constructor(
    private readonly options: CardOptions,
    private readonly people: readonly CardPerson[],
  ) {
    this.panel = new Panel(options);
  }

  /** Asks for the card and shows it, after tracking with what was just done. */
  async open(reply?: ActReply, actId?: string): Promise<void> {
    if (reply) this.#take(reply, actId);
    await this.#load();
    this.#fill();
    this.panel.open();
  }

  /** Something was written elsewhere: show how the contact stands now, unless the user is writing here. */
  async refresh(): Promise<void> {
    const card = this.#card;
    if (!card || this.#isOver) return;
    const now = await this.options.world.send('getCard', { contactId: card.contactId }).catch(() => undefined);
    // What an act has answered meanwhile is newer.
    const isNews = now && this.#card === card && JSON.stringify(now) !== JSON.stringify(card);
    if (!isNews || this.panel.isBeingTypedIn()) return;
    this.#card = now;
    this.#draw();
  }

  async #load(): Promise<void> {
    const contactId = this.people[this.#at]?.contactId;
    if (!contactId) return;
    await this.#trying(async () => {
      const card = await this.options.world.send('getCard', { contactId });
      if (card) {
        this.#card = card;
        this.#isOver = false;
      } else this.#fail('errorNotFound');
    });
  }

  async #perform(act: Act): Promise<void> {
    const id = newId();
    await this.#trying(async () => this.#take(await act(id), id));
    this.#draw();
  }

  /** `actId`: what "Undo" takes back. */
  #take(reply: ActReply, actId: string | undefined): void {
    this.#outcome = { text: reply.text, actId, interactionId: reply.interactionId };
    this.#isOver = !reply.card;
    this.#card = reply.card ?? this.#card;
    this.#tray = 'none';
    if (reply.card) this.options.stands(reply.card.badge);
  }

  /** Runs a request; what goes wrong is said in the card. */
  async #trying(request: () => Promise<void>): Promise<void> {
    const error = await this.panel.attempt(request);
    if (error) this.#fail(error);
  }

  #fail(key: ErrorKey): void {
    this.#outcome = { text: this.options.say(key), isError: true };
  }

  #draw(): void {
    if (!this.panel.isOpen) return;
    this.panel.redraw(() => this.#fill());
  }

  #fill(): void {
    const { options, panel } = this;
    const card = this.#card;
    const outcome = this.#outcome;
    if (card) panel.box.replaceChildren(...cardContent(this.#scene(card), this.#isOver));
    else panel.box.replaceChildren(make(options.world.page, 'p', { id: 'title', role: 'alert' }, outcome?.text));
  }

  #scene(card: CardView): CardScene {
    const { options, panel, people } = this;
    const mailbox = people[this.#at]?.mailbox ?? '';
    return {
      page: options.world.page,
      say: options.say,
      theme: options.theme,
      card,
      acts: cardActs(options.world.send, card, mailbox),
      tray: this.#tray,
      outcome: this.#outcome,
      people: people.length,
      doing: (control, act) =>
        panel.whenMeant(control, () => {
          if (isFilledIn(control)) void this.#perform(act);
        }),
      showing: (control, show) => panel.whenClicked(control, show),
      openTray: (tray) => {
        this.#tray = tray;
        this.#draw();
      },
      nextPerson: () => void this.#next(),
      close: () => panel.close(),
    };
  }

  async #next(): Promise<void> {
    this.#at = (this.#at + 1) % this.people.length;
    this.#outcome = undefined;
    this.#tray = 'none';
    await this.#load();
    this.#draw();
  }
}

/** What the last act did stands where its button was; once the contact is gone, only that and "Undo" are left. */
function cardContent(scene: CardScene, isOver: boolean): readonly Node[] {
  const { outcome } = scene;
  const isLogged = outcome?.interactionId !== undefined;
  const parts = isOver
    ? [head(scene), outcome && done(scene, outcome)]
    : [
        head(scene),
        state(scene),
        why(scene),
        offer(scene),
        outcome && done(scene, outcome),
        upperTray(scene),
        !isLogged && logGroup(scene),
        foot(scene),
        lowerTray(scene),
      ];
  return parts.filter((part) => part !== false && part !== undefined);
}
