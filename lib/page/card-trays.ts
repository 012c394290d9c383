import type { CardView } from '@/lib/messaging/protocol';
import type { Act } from './card-acts';
import { button, type CardScene, trayButton } from './card-parts';
import { make } from './elements';

/** Choices about what was just done, or about the past; they stand right below it. */
export function upperTray(scene: CardScene): HTMLElement | undefined {
  const { say, outcome, acts, card } = scene;
  const interactionId = outcome?.interactionId;
  if (interactionId !== undefined && scene.tray === 'date') {
    return tray(
      scene,
      say('pageOtherDate'),
      dateForm(scene, (on) => acts.move(interactionId, on), 'past'),
    );
  }
  if (interactionId !== undefined && scene.tray === 'note') {
    return tray(
      scene,
      undefined,
      noteForm(scene, (note) => acts.note(note, interactionId)),
    );
  }
  return card.asksLastInTouch ? lastInTouch(scene) : undefined;
}

/** Choices that a button in the foot has opened. */
export function lowerTray(scene: CardScene): HTMLElement | undefined {
  const { say, acts } = scene;
  switch (scene.tray) {
    case 'snooze':
      return tray(
        scene,
        say('pageSnoozeUntil'),
        row(scene, snoozeChoices(scene)),
        dateForm(scene, acts.snooze, 'future'),
      );
    case 'menu':
      return tray(scene, undefined, list(scene, menuChoices(scene)));
    case 'not-right':
      return tray(scene, say('pageNotRight'), list(scene, wrongChoices(scene)));
    default:
      return undefined;
  }
}

/** "Last in touch?", for somebody of whom nothing was seen yet. */
function lastInTouch(scene: CardScene): HTMLElement {
  const { say, acts, tray: open } = scene;
  const { stated } = scene.card;
  const choices = row(scene, [
    stated === undefined ? undefined : button(scene, 'btn', stated, acts.lastInTouch('as-stated')),
    button(scene, 'btn', say('pageThisWeek'), acts.lastInTouch('this-week')),
    button(scene, 'btn', say('pageThisMonth'), acts.lastInTouch('this-month')),
    button(scene, 'btn', say('pageLonger'), acts.lastInTouch('longer')),
    trayButton(scene, 'btn', say('pageOtherDate'), 'last-date'),
  ]);
  const search = link(scene, 'link', say('pageSearchMail'), scene.card.searchUrl);
  const links = search && make(scene.page, 'div', { class: 'links' }, search);
  const date = open === 'last-date' && dateForm(scene, acts.lastInTouch, 'past');
  return tray(scene, say('pageLastInTouch'), choices, date, links);
}

function snoozeChoices(scene: CardScene): readonly HTMLElement[] {
  return scene.card.snoozes.map(({ label, on }) => button(scene, 'btn', label, scene.acts.snooze(on)));
}

function menuChoices(scene: CardScene): readonly (HTMLElement | undefined)[] {
  const { say, acts, card } = scene;
  return [
    card.recovery ? undefined : button(scene, 'link', say('pageIncident'), acts.wentWrong),
    link(scene, 'link', say('pageSearchMail'), card.searchUrl),
    trayButton(scene, 'link', say('pageNotRight'), 'not-right'),
    button(scene, 'link', say('pageHide'), acts.hide),
    button(scene, 'link', say('pageTurnOff'), acts.turnOff),
    button(scene, 'link', say('pageUntrack'), acts.untrack),
  ];
}

function wrongChoices(scene: CardScene): readonly (HTMLElement | undefined)[] {
  const { say, acts, card } = scene;
  const { countedMailId } = card;
  return [
    button(scene, 'link', say('pageWrongPerson'), acts.wrongPerson),
    countedMailId ? button(scene, 'link', say('pageMailDoesNotCount'), acts.discount(countedMailId)) : undefined,
    button(scene, 'link', say('pageNeverBadge'), acts.neverBadge),
    trayButton(scene, 'link soft', say('pageBack'), 'menu'),
  ];
}

/** The recovery to go on with, the mail to answer, or a new one; then snooze and the rest. */
export function foot(scene: CardScene): HTMLElement {
  const { say, acts, card } = scene;
  const { owedInteractionId, recovery } = card;
  return make(
    scene.page,
    'div',
    { class: 'row foot' },
    recovery && recoveryButton(scene, recovery),
    ...card.leads.map(({ label, url }, index) => link(scene, index || recovery ? 'btn' : 'btn primary', label, url)),
    owedInteractionId !== undefined &&
      button(scene, 'btn', say('pageNoReplyNeeded'), acts.noReplyNeeded(owedInteractionId)),
    trayButton(scene, 'btn', say('pageSnooze'), 'snooze'),
    trayButton(scene, 'btn', say('pageMenu'), 'menu'),
  );
}

/** Opens a page of ours, to which no page may link. */
function recoveryButton(scene: CardScene, { id, label }: NonNullable<CardView['recovery']>): HTMLElement {
  const control = make(scene.page, 'button', { type: 'button', class: 'btn primary' }, label);
  scene.showing(control, () => {
    scene.acts.showRecovery(id);
    scene.close();
  });
  return control;
}

/** A link into the mail application. Within the page in view it stays in this tab, else it opens one of its own. */
function link(scene: CardScene, className: string, label: string, address: string | undefined) {
  const url = address ? URL.parse(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const here = new URL(location.href);
  const isHere = url.origin === here.origin && url.pathname === here.pathname && url.search === here.search;
  const rest = isHere ? {} : { target: '_blank', rel: 'noopener' };
  const anchor = make(scene.page, 'a', { class: className, href: url.href, ...rest }, label);
  // After the browser has followed the link.
  anchor.addEventListener('click', () => void setTimeout(scene.close));
  return anchor;
}

function tray(scene: CardScene, title: string | undefined, ...children: readonly (HTMLElement | false | undefined)[]) {
  const { page } = scene;
  return make(page, 'div', { class: 'tray' }, title !== undefined && make(page, 'h3', {}, title), ...children);
}

function row(scene: CardScene, children: readonly (HTMLElement | undefined)[]): HTMLElement {
  return make(scene.page, 'div', { class: 'row' }, ...children);
}

function list(scene: CardScene, children: readonly (HTMLElement | undefined)[]): HTMLElement {
  return make(scene.page, 'div', { class: 'list' }, ...children);
}

function dateForm(scene: CardScene, act: (on: string) => Act, when: 'past' | 'future'): HTMLElement {
  const { page, say, card } = scene;
  const limit = when === 'past' ? { max: card.today } : { min: card.today };
  const field = make(page, 'input', { type: 'date', required: true, 'aria-label': say('pageOtherDate'), ...limit });
  return form(scene, field, act);
}

function noteForm(scene: CardScene, act: (note: string) => Act): HTMLElement {
  const { page, say } = scene;
  const label = say('pageNote');
  const field = make(page, 'input', {
    type: 'text',
    required: true,
    maxlength: '10000',
    placeholder: label,
    'aria-label': label,
  });
  return form(scene, field, act);
}

function form(scene: CardScene, field: HTMLInputElement, act: (value: string) => Act): HTMLElement {
  const save = make(scene.page, 'button', { type: 'submit', class: 'btn' }, scene.say('pageSave'));
  const whole = make(scene.page, 'form', {}, field, save);
  whole.addEventListener('submit', (event) => event.preventDefault());
  scene.doing(save, (id) => act(field.value.trim())(id));
  return whole;
}

/** Is the form of this control filled in? A control outside of forms always is. */
export function isFilledIn(control: HTMLElement): boolean {
  const whole = control.closest('form');
  return (
    whole === null ||
    (whole.checkValidity() && [...whole.querySelectorAll('input')].every((field) => field.value.trim() !== ''))
  );
}
