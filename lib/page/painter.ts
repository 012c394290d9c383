import { ExtensionGone, MessageError } from '@/lib/messaging/client';
import type { ActReply, BadgeView, ErrorKey, Hello } from '@/lib/messaging/protocol';
import type { BadgePlace, SeenPerson, SiteAdapter } from '@/lib/sites/site-adapter';
import type { Badge } from './badge';
import type { CardPerson } from './card';
import { CardLoader } from './card-loader';
import type { CardScript, PageWindow, WindowOptions } from './card-script';
import { chooseMarks, type Mark } from './choose';
import { hostOf } from './dom';
import { openEditor, writtenTo } from './editor';
import type { Entry } from './entries';
import { badgeFace, trackFace } from './faces';
import { BadgeLayer, type Wanted } from './layer';
import { type Say, sayWith } from './text';
import { themeAt } from './theme';
import type { World } from './world';

/** A page may hide a column without a change that we are told of. */
const placesHold = 2_000;

/** All that a person sees of us in a page: badges, and one card or menu at a time. */
export class Painter {
  readonly #layer: BadgeLayer;
  readonly #loader: CardLoader;
  #say: Say = () => '';
  #direction: Hello['direction'] = 'ltr';
  /** Of lists: an item that has changed is read again, and then its people are others here. */
  #places = new WeakMap<SeenPerson, BadgePlace>();
  #placedAt = 0;
  #window: PageWindow | undefined;
  /** The badge that was clicked while card and menu are still on their way. */
  #awaiting: Badge | undefined;

  constructor(
    private readonly world: World,
    private readonly runner: {
      askAgain(): Promise<void>;
      /** An act has answered how a contact stands now. */
      stands(badge: BadgeView): void;
      end(): void;
    },
  ) {
    this.#loader = new CardLoader(world, (error) => this.#failed(error));
    this.#layer = new BadgeLayer(world, () => void this.#loader.get());
  }

  speak({ texts, direction }: Hello): void {
    this.#say = sayWith(texts);
    this.#direction = direction;
  }

  isOwn(node: Node): boolean {
    return this.#layer.isOwn(node);
  }

  /** Returns after how many ms to draw again, if the page keeps dropping our badges. */
  draw(entries: readonly Entry[], at: number): number | undefined {
    if (at - this.#placedAt > placesHold) {
      this.#placedAt = at;
      this.#places = new WeakMap();
    }
    const items = entries.map(({ view, people, replies }) => ({
      view: view.name,
      people: people.map(({ sighting }, index) => ({ role: sighting.role, reply: replies[index] })),
    }));
    const wanted = chooseMarks(items).map((mark) => this.#wantedFor(mark, entries[mark.item]));
    return this.#layer.draw(
      wanted.filter((one) => one !== undefined),
      at,
    );
  }

  clear(): void {
    this.#layer.draw([], 0);
  }

  closeWindow(): void {
    this.#awaiting = undefined;
    this.#window?.panel.close();
  }

  refreshWindow(): void {
    void this.#window?.refresh?.();
  }

  /** Puts a text into the mail that is being written here; `undefined`: none is, to these addresses or to nobody yet. */
  write(text: string, addresses: readonly string[], site: SiteAdapter | undefined): Promise<boolean> | undefined {
    const { page, url } = this.world;
    const reader = site?.compose;
    const editor = reader && openEditor(page, url(), reader, addresses);
    return editor && this.#loader.get().then((script) => script?.insert(editor, reader.kept, text) === true);
  }

  /** To whom mails are being written here. */
  writtenTo(site: SiteAdapter | undefined): readonly string[] {
    const { page, url } = this.world;
    return site?.compose ? writtenTo(page, url(), site.compose) : [];
  }

  #wantedFor(mark: Mark, entry: Entry | undefined): Wanted | undefined {
    const person = entry?.people[mark.person];
    if (!entry || !person) return undefined;
    const place = this.#placeOf(entry, person);
    if (!place) return undefined;
    const { item } = entry;
    const { badge, track } = mark;
    const { mailbox } = person.sighting;
    // One name, one badge: "+ Track" becomes the status in place, and the card stays at it.
    const slot = entry.view.name === 'list' ? 'row' : mailbox;
    if (badge) {
      const people = cardPeople(mark, entry);
      const face = badgeFace(badge, mark.others.length, this.#say, this.#direction);
      return { item, slot, place, face, open: (at) => this.#openCard(at, people) };
    }
    if (!track) return undefined;
    const face = trackFace(track.name || track.address, this.#say, this.#direction);
    return { item, slot, place, face, open: (at) => this.#openMenu(at, mailbox) };
  }

  /** Rows of a list are many, and every frame in which anything is drawn asks for all of them. */
  #placeOf({ view, item }: Entry, person: SeenPerson): BadgePlace | undefined {
    const known = this.#places.get(person);
    if (known?.anchor.isConnected) return known;
    const place = view.place(item, person.carrier);
    if (place && view.name === 'list') this.#places.set(person, place);
    return place;
  }

  #openCard(badge: Badge, people: readonly CardPerson[]): void {
    void this.#open(badge, (script) => script.card(this.#options(badge), people));
  }

  #openMenu(badge: Badge, mailbox: string): void {
    const onTracked = (reply: ActReply, actId: string) => void this.#openTracked(badge, mailbox, reply, actId);
    void this.#open(badge, (script) => script.menu({ ...this.#options(badge), mailbox, onTracked }));
  }

  async #open(badge: Badge, make: (script: CardScript) => PageWindow): Promise<void> {
    if (this.#awaiting === badge) return;
    const wasOpen = this.#window?.panel.isAt(badge) === true;
    this.closeWindow();
    if (wasOpen) return;
    this.#awaiting = badge;
    const script = await this.#loader.get();
    // Meanwhile the user may have clicked another badge, or the page may have gone on.
    if (this.#awaiting !== badge) return;
    this.#awaiting = undefined;
    if (!script) return;
    this.#window = make(script);
    await this.#window.open();
  }

  /** First what the open page proves of the new contact, then the card: else it would ask what is on the screen. */
  async #openTracked(badge: Badge, mailbox: string, reply: ActReply, actId: string): Promise<void> {
    const contactId = reply.contactIds[0];
    const script = await this.#loader.get();
    if (!contactId || !script) return;
    const card = script.card(this.#options(badge), [{ contactId, mailbox }]);
    await this.runner.askAgain().catch(() => undefined);
    this.#window = card;
    await card.open(reply, actId);
  }

  #options(badge: Badge): WindowOptions {
    const { world } = this;
    const failed = (error: unknown) => this.#failed(error);
    const direction = this.#direction;
    const say = this.#say;
    const around = badge.host.parentElement ?? hostOf(badge.host);
    const theme = around ? themeAt(around) : 'light';
    return { world, badge, theme, direction, say, failed, stands: this.runner.stands };
  }

  /** Asked here, because each script has error classes of its own. */
  #failed(error: unknown): ErrorKey {
    if (error instanceof ExtensionGone) this.runner.end();
    return error instanceof MessageError ? error.key : 'errorUnexpected';
  }
}

/** The contacts of a badge, worst first, each with the address that stands in this row. */
function cardPeople({ badge, others }: Mark, entry: Entry): readonly CardPerson[] {
  const ids = badge ? [badge.contactId, ...others] : others;
  return ids.map((contactId) => {
    const index = entry.replies.findIndex((reply) => reply.state === 'tracked' && reply.badge.contactId === contactId);
    return { contactId, mailbox: entry.people[index]?.sighting.mailbox ?? '' };
  });
}
