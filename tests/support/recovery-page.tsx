import { render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { ActsProvider } from '@/components/acts';
import { MomentProvider, useMoment } from '@/components/moment';
import { RecoveryPage } from '@/components/RecoveryPage';
import {
  type ReadyWording,
  type RecoveryDeeds,
  type RecoveryPart,
  type RecoveryRead,
  viewOf,
} from '@/components/recovery-view';
import { catalogueOf } from '@/lib/core/extras';
import type { Contact } from '@/lib/core/model';
import type { Recovery, RecoveryEvent } from '@/lib/core/recovery';
import { defaultSettings } from '@/lib/db/settings';
import { speakEnglish } from './i18n';
import { story } from './recovery-rows';
import { at } from './rows';

/** What the page asked for; each succeeds unless told otherwise. */
export const record = vi.fn<RecoveryDeeds['record']>();
export const edit = vi.fn<RecoveryDeeds['edit']>();
export const takeBack = vi.fn<RecoveryDeeds['takeBack']>();

/** Before each test: nothing was asked for yet, in English, in Berlin. */
export function prepare(): void {
  process.env.TZ = 'Europe/Berlin';
  speakEnglish();
  document.title = 'Recovery';
  for (const deed of [record, edit, takeBack]) deed.mockReset().mockResolvedValue(true);
}

const contact: Contact = {
  id: story.opened.contactId,
  name: 'Marta Lindqvist',
  company: 'Norrsken',
  stage: 'customer',
  trackedOn: '2026-10-01',
  clock: {},
  words: [],
  updatedAt: 1,
  updatedBy: 'device-1',
};

interface Shown {
  readonly recovery?: Recovery;
  readonly others?: RecoveryRead['others'];
  readonly more?: Partial<RecoveryPart>;
}

/** The page of the case as it stands at that wall time in Berlin. */
export function show(now: string, events: readonly RecoveryEvent[], shown: Shown = {}): UserEvent {
  const { recovery = story.opened, others = [], more } = shown;
  const read: RecoveryRead = { recovery, events, contact, others, knownExtras: ['A basket of fruit'] };
  render(
    <ActsProvider>
      <MomentProvider settings={defaultSettings('en-GB')} mailboxes={[]} now={at(now)}>
        <main>
          <Page read={read} more={more} />
        </main>
      </MomentProvider>
    </ActsProvider>,
  );
  return userEvent.setup();
}

function Page({ read, more }: { readonly read: RecoveryRead; readonly more: Partial<RecoveryPart> | undefined }) {
  const part = { view: viewOf(read, useMoment()), deeds: { record, edit, takeBack }, catalogue: catalogueOf({}) };
  return <RecoveryPage part={{ ...part, wordings: [], values: {}, ...more }} />;
}

/** A ready wording for the step. */
export function aWording(text: string, changes: Partial<ReadyWording> = {}): ReadyWording {
  return { key: 'ask-how', name: 'How', group: 'now', isHoldingNote: false, text, ...changes };
}

/** The one next step. */
export function next() {
  return within(screen.getByRole('heading', { name: /^Next:/ }).closest('section') ?? document.body);
}
