import { newId } from '@/lib/messaging/new-id';
import type { ActReply, RequestOf, TrackChoices } from '@/lib/messaging/protocol';
import type { CardOptions } from './card';
import { make } from './elements';
import { Panel } from './panel';

type Role = RequestOf<'track'>['people'][number]['as'];

export interface TrackOptions extends CardOptions {
  /** The person, as the page has the address. */
  readonly mailbox: string;
  readonly onTracked: (reply: ActReply, actId: string) => void;
}

/** The small menu of "+ Track": shows exactly what would be stored, and as what. */
export class TrackMenu {
  readonly panel: Panel;
  #choices: TrackChoices | undefined;
  /** Which list of tracked people is open. */
  #ofWhom: 'address-of' | 'assistant-of' | undefined;
  #error: string | undefined;

  constructor(private readonly options: TrackOptions) {
    this.panel = new Panel(options);
  }

  async open(): Promise<void> {
    const { world, mailbox } = this.options;
    await this.#trying(async () => {
      this.#choices = (await world.send('getTrackChoices', { mailbox })) ?? undefined;
      if (!this.#choices) this.#error = this.options.say('errorNotFound');
    });
    this.#fill();
    this.panel.open();
  }

  async #trying(request: () => Promise<void>): Promise<void> {
    const error = await this.panel.attempt(request);
    if (error) this.#error = this.options.say(error);
  }

  async #track(role: Role, ofContactId?: string): Promise<void> {
    const { world, mailbox, onTracked } = this.options;
    const id = newId();
    await this.#trying(async () => {
      const reply = await world.send('track', { id, people: [{ mailbox, as: role, ofContactId }] });
      this.panel.close();
      onTracked(reply, id);
    });
    if (this.#error) this.#redraw();
  }

  #redraw(): void {
    if (this.panel.isOpen) this.panel.redraw(() => this.#fill());
  }

  #fill(): void {
    const { panel } = this;
    const choices = this.#choices;
    panel.box.replaceChildren(...(choices ? this.#content(choices) : [this.#alert('title')]));
  }

  #content(choices: TrackChoices): readonly Node[] {
    const { say, world } = this.options;
    const { page } = world;
    const parts = [
      make(page, 'h2', { id: 'title' }, make(page, 'bdi', {}, choices.name || choices.address)),
      make(page, 'p', {}, make(page, 'bdi', {}, choices.address)),
      make(page, 'p', { class: 'soft' }, say('pageStores')),
      this.#error !== undefined && make(page, 'div', { class: 'done bad' }, this.#alert()),
      make(page, 'h3', {}, say('pageTrackAs')),
      this.#roles(),
      this.#ofWhom !== undefined && this.#candidates(choices, this.#ofWhom),
    ];
    return parts.filter((part) => part !== false);
  }

  #alert(id?: string): HTMLElement {
    return make(this.options.world.page, 'p', { id, role: 'alert' }, this.#error);
  }

  #roles(): HTMLElement {
    const { say, world } = this.options;
    const further = (role: 'address-of' | 'assistant-of', label: string) => {
      const isOpen = this.#ofWhom === role;
      const control = this.#button('link', label, { 'aria-expanded': String(isOpen), 'data-key': role });
      this.panel.whenClicked(control, () => {
        this.#ofWhom = isOpen ? undefined : role;
        this.#redraw();
      });
      return control;
    };
    return make(
      world.page,
      'div',
      {},
      make(
        world.page,
        'div',
        { class: 'row wide' },
        this.#choice('btn primary', say('pageCustomer'), 'customer'),
        this.#choice('btn', say('pageLead'), 'lead'),
      ),
      make(
        world.page,
        'div',
        { class: 'links' },
        further('address-of', say('pageAddressOf')),
        further('assistant-of', say('pageAssistantOf')),
      ),
    );
  }

  #candidates({ candidates }: TrackChoices, role: Role): HTMLElement {
    const { say, world } = this.options;
    const { page } = world;
    const lines = candidates.map(({ contactId, name, company }) =>
      this.#choice('link', [name, company].filter(Boolean).join(' · '), role, contactId),
    );
    const none = make(page, 'p', { class: 'soft' }, say('pageNoCandidates'));
    return make(page, 'div', { class: 'tray list' }, ...(lines.length > 0 ? lines : [none]));
  }

  #choice(className: string, label: string, role: Role, ofContactId?: string): HTMLElement {
    const control = this.#button(className, label);
    this.panel.whenMeant(control, () => void this.#track(role, ofContactId));
    return control;
  }

  #button(className: string, label: string, rest: Readonly<Record<string, string>> = {}): HTMLButtonElement {
    return make(this.options.world.page, 'button', { type: 'button', class: className, ...rest }, label);
  }
}
