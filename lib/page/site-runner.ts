import { ExtensionGone } from '@/lib/messaging/client';
import type { Hello } from '@/lib/messaging/protocol';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { ComposeWatch } from './compose';
import { isHidden } from './dom';
import { removeLeftovers } from './elements';
import { HealthWatch } from './health';
import { listenToNavigation } from './navigation';
import { type Changes, PageObserver } from './observe';
import { Painter } from './painter';
import { PeopleHere, peopleIn } from './people-here';
import { Questions } from './questions';
import { stand } from './reports';
import type { PageSurvey } from './survey';
import { surveyFor } from './survey-for';
import { Timers } from './timers';
import type { World } from './world';

/** After a navigation some applications show the new view without a change we could see. */
const settleTime = 400;
const debounceTime = 50;
const mostTries = 50;

/** Runs on one page of a mail application: reads who is shown, reports it, and draws what the background answers. */
export class SiteRunner {
  readonly #ending = new AbortController();
  private readonly observer: PageObserver;
  private readonly painter: Painter;
  private readonly here: PeopleHere;
  private readonly questions: Questions;
  #hello: Hello | undefined;
  #adapter: SiteAdapter | undefined;
  #survey: PageSurvey | undefined;
  #compose: ComposeWatch | undefined;
  #address = '';
  /** Something was written while nobody looked at this tab. */
  #isStale = false;
  #isLookDue = false;
  #isReadDue = false;
  #isDrawDue = false;
  #tries = 0;
  readonly #timers = new Timers();
  readonly #health = new HealthWatch();
  /** Sends without waiting. Without an extension to send to, this script is an orphan and ends. */
  private readonly tell = (message: Promise<unknown>) =>
    void message.catch((error: unknown) => {
      if (error instanceof ExtensionGone) this.stop();
    });

  constructor(private readonly world: World) {
    this.painter = new Painter(world, {
      askAgain: () => this.questions.askAgain(this.#survey),
      stands: (badge) => {
        stand(this.#survey?.entries.values() ?? [], badge);
        this.#draw();
      },
      end: () => this.stop(),
    });
    this.observer = new PageObserver(world.page, (changes) => this.#frame(changes));
    this.questions = new Questions(world, () => this.#answered(), this.tell);
    this.here = new PeopleHere(world, (isFresh) => this.#people(isFresh));
  }

  start(): void {
    const { world } = this;
    const { signal } = this.#ending;
    removeLeftovers(world.page);
    const silence = world.listen({
      revised: () => this.#refresh(),
      write: (text, to) => this.painter.write(text, to, this.#hello?.consent ? this.#adapter : undefined),
      asked: (token) => this.here.tell(token),
    });
    signal.addEventListener('abort', silence);
    addEventListener('pageshow', ({ persisted }) => persisted && this.#refresh(), { signal });
    addEventListener('visibilitychange', () => this.#visibilityChanged(), { signal });
    addEventListener('pagehide', () => this.here.leave(), { signal });
    listenToNavigation(() => this.observer.request(), signal);
    this.tell(this.#greet());
  }

  /** Takes everything of ours out of the page and never comes back. */
  stop(): void {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort();
    this.#timers.stop();
    this.#rest();
  }

  /** Before the background has confirmed the consent, nothing of the page is read. */
  async #greet(): Promise<void> {
    const { world } = this;
    const { href } = world.url();
    const hello = await world.send('hello', {});
    if (this.#ending.signal.aborted) return;
    // It has moved on meanwhile, and may still show what was before; once it is read, the survey knows that.
    if (hello.consent && !this.#hello?.consent && world.url().href !== href) {
      return this.#timers.after('hello', settleTime, () => this.tell(this.#greet()));
    }
    this.#hello = hello;
    this.painter.speak(hello);
    if (hello.consent) this.#wake();
    else this.#rest();
  }

  #rest(): void {
    this.observer.stop();
    this.#forgetSurvey();
    this.painter.closeWindow();
    this.painter.clear();
  }

  #wake(): void {
    this.questions.renew();
    this.#tries = 0;
    this.#meet();
    this.#lookSoon();
  }

  /** Finds out which application this is; one that is still loading may be known only later. */
  #meet(): void {
    const { world, observer } = this;
    const known = this.#adapter;
    this.#adapter ??= this.#tries++ < mostTries ? world.siteFor(world.url(), world.page) : undefined;
    const adapter = this.#adapter;
    if (this.#survey && adapter === known) return;
    this.#forgetSurvey();
    this.#survey = surveyFor(adapter, world, observer, this.painter);
    this.#isLookDue = true;
    observer.watch(this.#survey?.watched);
    if (!adapter?.compose || this.#compose) return;
    this.#compose = new ComposeWatch(world, adapter, adapter.compose, this.tell, () => !!this.#hello?.findPromises);
    this.#compose.listen(this.#ending.signal);
    this.#compose.settleLeft();
  }

  #forgetSurvey(): void {
    this.#health.stop();
    this.#survey?.stop?.();
    this.#survey = undefined;
  }

  #frame(changes: Changes): void {
    if (!this.world.isAlive()) this.stop();
    if (this.#ending.signal.aborted || !this.#hello?.consent) return;
    this.here.note();
    const hasMoved = this.#noteNavigation();
    if (!this.#adapter) this.#meet();
    if (this.#compose?.isWaiting()) this.#compose.check();
    const survey = this.#survey;
    if (!survey) return;
    const isTouched = survey.note(changes);
    const isForced = hasMoved || this.#isLookDue;
    if (isTouched || isForced || this.#isReadDue) {
      this.#isLookDue = false;
      this.#isReadDue = survey.look(this.world.url(), () => performance.now(), isForced);
      if (this.#isReadDue) this.observer.request();
    } else if (!this.#isDrawDue) return;
    this.#draw();
    this.questions.ask(survey, this.#isReadDue);
    this.#health.watch(this.world, this.#adapter, survey, this.tell);
  }

  #lookSoon(): void {
    this.#isLookDue = true;
    this.observer.request();
  }

  #noteNavigation(): boolean {
    const { href } = this.world.url();
    const before = this.#address;
    if (href === before) return false;
    this.#address = href;
    this.#tries = 0;
    this.#survey?.distrust();
    if (before) {
      this.painter.closeWindow();
      this.#timers.after('settle', settleTime, () => this.#lookSoon());
    }
    return true;
  }

  #draw(): void {
    this.#isDrawDue = false;
    const { observer, painter } = this;
    const survey = this.#survey;
    const hello = this.#hello;
    if (!survey || !hello) return;
    const hiddenFor = (hello.hiddenUntilAt ?? 0) - Date.now();
    observer.quietly(() => {
      if (hiddenFor > 0) return painter.clear();
      const pause = painter.draw([...survey.entries.values()], performance.now());
      if (pause !== undefined) this.#timers.after('redraw', pause, () => this.#draw());
    });
    if (hiddenFor > 0) this.#timers.after('show', hiddenFor, () => this.#draw());
  }

  /** The page may have changed while we asked: changes first, then the badges. */
  #answered(): void {
    if (this.#ending.signal.aborted) return;
    this.#isDrawDue = true;
    this.observer.flush();
  }

  /** Everybody on the page, for popup and side panel. */
  #people(isFresh: boolean) {
    const survey = this.#hello?.consent ? this.#survey : undefined;
    if (isFresh) survey?.look(this.world.url(), () => 0, true);
    return survey ? peopleIn(survey.entries.values(), this.painter.writtenTo(this.#adapter)) : peopleIn([], []);
  }

  /** Asks everything again; a tab nobody looks at waits until somebody does. */
  #refresh(): void {
    this.#isStale = isHidden(this.world.page);
    if (this.#isStale) return;
    this.#timers.after('refresh', debounceTime, () => {
      this.tell(this.#greet());
      this.painter.refreshWindow();
    });
  }

  #visibilityChanged(): void {
    this.observer.visibilityChanged();
    if (this.#isStale) this.#refresh();
  }
}
