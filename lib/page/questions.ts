import { ExtensionGone } from '@/lib/messaging/client';
import { report } from './reports';
import type { PageSurvey } from './survey';
import type { World } from './world';

/** Frames in which a page is read before what was read so far is asked about. */
const mostSlices = 4;

/** Asks about everybody on the page who has no answer yet; one question at a time, so a busy page batches itself. */
export class Questions {
  /** Which question the current answers belong to; a notice from the background starts a new round. */
  #round = 0;
  #slices = 0;
  #asking: Promise<void> | undefined;

  constructor(
    private readonly world: World,
    private readonly answered: () => void,
    /** Sends without waiting. */
    private readonly tell: (message: Promise<unknown>) => void,
  ) {}

  /** Answers that came before this do not count any more. */
  renew(): void {
    this.#round++;
  }

  /** `isPartly`: the page is not read to its end yet, and a list is one question, not several that wait for each other. */
  ask(survey: PageSurvey, isPartly = false): void {
    this.#slices = isPartly ? this.#slices + 1 : 0;
    if (this.#asking || (isPartly && this.#slices % (mostSlices + 1) > 0)) return;
    const round = this.#round;
    const entries = [...survey.entries.values()].filter((entry) => entry.round !== round && entry.people.length > 0);
    if (entries.length === 0) return;
    const question = report(this.world, survey.site, entries, round).catch((error: unknown) => {
      if (error instanceof ExtensionGone) throw error;
      // Refused, or the background is in trouble: not again before it says that something has changed.
      for (const entry of entries) entry.round = round;
    });
    this.#asking = question.then(() => {
      this.#asking = undefined;
      this.answered();
    });
    this.tell(this.#asking);
  }

  /** Somebody was tracked from here: what the page shows of them counts from now on. */
  async askAgain(survey: PageSurvey | undefined): Promise<void> {
    await this.#asking;
    this.renew();
    if (survey) this.ask(survey);
    await this.#asking;
  }
}
