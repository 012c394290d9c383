import type { CardView } from '@/lib/messaging/protocol';
import type { Act, CardActs, Touch } from './card-acts';
import { make } from './elements';
import { drawing, icon, outlines } from './icons';
import type { Say } from './text';
import { statusLook, type Theme } from './theme';

/** Company and address stand in one line where they fit. */
const oneLine = 38;

/** Which further choices the card shows below its buttons. */
export type Tray = 'none' | 'snooze' | 'menu' | 'not-right' | 'date' | 'note' | 'last-date';

/** What the last act did, or why it could not be done. */
export interface Outcome {
  readonly text: string;
  readonly isError?: boolean;
  /** The act "Undo" takes back; absent after an undo or an error. */
  readonly actId?: string;
  /** The logged interaction, which can still be moved and noted. */
  readonly interactionId?: string;
}

/** Everything the parts of a card need. */
export interface CardScene {
  readonly page: Document;
  readonly say: Say;
  readonly theme: Theme;
  readonly card: CardView;
  readonly acts: CardActs;
  readonly tray: Tray;
  readonly outcome: Outcome | undefined;
  /** How many people the row's badge stands for. */
  readonly people: number;
  /** Makes a control do an act, once the click is known to be meant. */
  doing(control: HTMLElement, act: Act): void;
  /** Makes a control change only what the card shows. */
  showing(control: HTMLElement, show: () => void): void;
  openTray(tray: Tray): void;
  nextPerson(): void;
  close(): void;
}

export function button(scene: CardScene, className: string, label: string, act: Act): HTMLButtonElement {
  const control = make(scene.page, 'button', { type: 'button', class: className }, label);
  scene.doing(control, act);
  return control;
}

export function trayButton(scene: CardScene, className: string, label: string, tray: Tray): HTMLButtonElement {
  const isOpen = scene.tray === tray;
  const control = make(
    scene.page,
    'button',
    { type: 'button', class: className, 'aria-expanded': String(isOpen), 'data-key': tray },
    label,
  );
  scene.showing(control, () => scene.openTray(isOpen ? 'none' : tray));
  return control;
}

export function head(scene: CardScene): HTMLElement {
  const { page, card, say } = scene;
  const close = make(
    page,
    'button',
    { type: 'button', class: 'x', 'aria-label': say('pageClose') },
    icon(page, 'cross'),
  );
  scene.showing(close, scene.close);
  const where = [card.company, card.addresses[0]].filter((part) => part !== undefined && part !== '');
  const lines = where.join(' · ').length > oneLine ? where : [where.join(' · ')];
  const everything = [card.company, ...card.addresses].filter(Boolean).join('\n');
  return make(
    page,
    'div',
    { class: 'head' },
    make(page, 'div', { class: 'av', 'aria-hidden': 'true' }, card.initials),
    make(
      page,
      'div',
      { class: 'who' },
      make(page, 'h2', { id: 'title', title: card.name }, make(page, 'bdi', {}, card.name)),
      ...lines.map((line) => make(page, 'p', { title: everything }, make(page, 'bdi', {}, line))),
    ),
    close,
  );
}

export function state(scene: CardScene): HTMLElement {
  const { page, card, say, people } = scene;
  const look = statusLook[card.badge.status];
  const next = people > 1 && make(page, 'button', { type: 'button', class: 'link' }, say('pageNextPerson', people));
  if (next) scene.showing(next, scene.nextPerson);
  return make(
    page,
    'div',
    { class: 'state' },
    make(
      page,
      'span',
      { class: `pill ${look.tone} ${scene.theme}` },
      icon(page, look.icon),
      make(page, 'span', {}, card.badge.label),
    ),
    make(page, 'span', { class: 'soft' }, card.cadence),
    next,
  );
}

/** The sentences of the card, without the one that tells what was just done. */
export function why(scene: CardScene): HTMLElement | false {
  const sentences = scene.card.sentences.filter((sentence) => sentence !== scene.outcome?.text);
  return sentences.length > 0 && make(scene.page, 'p', { class: 'why' }, sentences.join(' '));
}

/** What was promised in a mail just sent: never kept without a word of the user. */
export function offer(scene: CardScene): HTMLElement | false {
  const { page, say, card, acts } = scene;
  if (!card.offer) return false;
  const { promiseId, text } = card.offer;
  const answer = (label: string, keeps: boolean) => button(scene, 'link', label, acts.answerPromise(promiseId, keeps));
  return make(
    page,
    'div',
    { class: 'tray' },
    make(page, 'p', {}, text),
    make(page, 'div', { class: 'links' }, answer(say('pagePromiseKeep'), true), answer(say('pagePromiseNot'), false)),
  );
}

// Beside those that badges need; each page loads theirs.
const phone =
  'M3 2.8h2.6l1.2 3-1.6 1.2a8 8 0 0 0 3.8 3.8l1.2-1.6 3 1.2V13c0 .6-.5 1-1 1A11.2 11.2 0 0 1 2 3.8c0-.5.4-1 1-1Z';
const mail = 'M2 3.4h12v9.2H2ZM2.4 4.6l5.6 4 5.6-4';
const chat = 'M2 2.8h12V11H8.2L5 13.6V11H2Z';

/** Call, meeting, mail and chat log at once: what is not quite right can be corrected right after. */
export function logGroup(scene: CardScene): HTMLElement {
  const { page, say, acts } = scene;
  const kinds: readonly (readonly [Touch, string, string])[] = [
    ['call', phone, say('pageCall')],
    ['meeting', outlines.meeting, say('pageMeeting')],
    ['mail', mail, say('pageMail')],
    ['chat', chat, say('pageChat')],
  ];
  const buttons = kinds.map(([kind, outline, label]) => {
    const control = button(scene, 'btn', '', acts.log(kind, 'reached'));
    control.append(drawing(page, outline), make(page, 'span', {}, label));
    return control;
  });
  const triedCall = button(scene, 'link', say('pageCall'), acts.log('call', 'tried'));
  const triedMail = button(scene, 'link', say('pageMail'), acts.log('mail', 'tried'));
  triedCall.setAttribute('aria-label', say('pageTriedCall'));
  triedMail.setAttribute('aria-label', say('pageTriedMail'));
  return make(
    page,
    'div',
    { role: 'group', 'aria-labelledby': 'log' },
    make(page, 'h3', { id: 'log' }, say('pageLog')),
    make(page, 'div', { class: 'log' }, ...buttons),
    make(page, 'div', { class: 'links soft' }, say('pageTried'), triedCall, triedMail),
  );
}

/** "Logged a call today. Undo · Yesterday · Date · Add note", in place of the buttons that did it. */
export function done(scene: CardScene, outcome: Outcome): HTMLElement {
  const { page, say, acts, card } = scene;
  const { actId, interactionId } = outcome;
  const words = make(page, 'p', { role: outcome.isError ? 'alert' : 'status' }, outcome.text);
  const links = make(
    page,
    'div',
    { class: 'links' },
    actId !== undefined && button(scene, 'link', say('pageUndo'), acts.undo(actId)),
    ...(interactionId === undefined
      ? []
      : [
          button(scene, 'link', say('pageYesterday'), acts.move(interactionId, card.yesterday)),
          trayButton(scene, 'link', say('pageOtherDate'), 'date'),
          trayButton(scene, 'link', say('pageAddNote'), 'note'),
        ]),
  );
  return make(page, 'div', { class: `done${outcome.isError ? ' bad' : ''}` }, words, links.hasChildNodes() && links);
}
