import type { ActReply, Hello } from '@/lib/messaging/protocol';
import type { Badge } from './badge';
import { type CardOptions, type CardPerson, ContactCard } from './card';
import { chooseMarks, type Mark } from './choose';
import { badgeFace, trackFace } from './faces';
import { BadgeLayer, type Wanted } from './layer';
import { panelStyle, SharedStyle } from './style';
import type { Entry } from './survey';
import { type Say, sayWith } from './text';
import { themeAt } from './theme';
import { TrackMenu } from './track-menu';
import type { World } from './world';

/** All that a person sees of us in a page: badges, and one card or menu at a time. */
export class Painter {
  readonly #layer: BadgeLayer;
  private readonly style: SharedStyle;
  #say: Say = () => '';
  #direction: Hello['direction'] = 'ltr';
  #window: ContactCard | TrackMenu | undefined;

  constructor(
    private readonly world: World,
    private readonly runner: { askAgain(): Promise<void>; end(): void },
  ) {
    this.#layer = new BadgeLayer(world);
    this.style = new SharedStyle(world.page, panelStyle);
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
    this.#layer.clear();
  }

  closeWindow(): void {
    this.#window?.panel.close();
  }

  refreshWindow(): void {
    if (this.#window instanceof ContactCard) void this.#window.refresh();
  }

  #wantedFor(mark: Mark, entry: Entry | undefined): Wanted | undefined {
    const person = entry?.people[mark.person];
    if (!entry || !person) return undefined;
    const place = entry.view.place(entry.item, person.carrier);
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

  #openCard(badge: Badge, people: readonly CardPerson[]): void {
    const wasOpen = this.#window?.panel.isAt(badge) === true;
    this.closeWindow();
    if (wasOpen) return;
    const card = new ContactCard(this.#options(badge), people);
    this.#window = card;
    void card.open();
  }

  #openMenu(badge: Badge, mailbox: string): void {
    const wasOpen = this.#window?.panel.isAt(badge) === true;
    this.closeWindow();
    if (wasOpen) return;
    const menu = new TrackMenu({
      ...this.#options(badge),
      mailbox,
      onTracked: (reply, actId) => {
        void this.#openTracked(badge, mailbox, reply, actId);
      },
    });
    this.#window = menu;
    void menu.open();
  }

  /** First what the open page proves of the new contact, then the card: else it would ask what is on the screen. */
  async #openTracked(badge: Badge, mailbox: string, reply: ActReply, actId: string): Promise<void> {
    const contactId = reply.contactIds[0];
    if (!contactId) return;
    const card = new ContactCard(this.#options(badge), [{ contactId, mailbox }]);
    await this.runner.askAgain().catch(() => undefined);
    this.#window = card;
    await card.open(reply, actId);
  }

  #options(badge: Badge): CardOptions {
    const { world, style, runner } = this;
    const onGone = () => runner.end();
    const direction = this.#direction;
    const say = this.#say;
    const theme = badge.host.parentElement ? themeAt(badge.host.parentElement) : 'light';
    return { world, style, badge, theme, direction, say, onGone };
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
