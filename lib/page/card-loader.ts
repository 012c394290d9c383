import type { CardScript } from './card-script';
import { awaitHandOver } from './hand-over';
import type { World } from './world';

/** Brings card and menu into this frame when they are first needed, and again if that has failed. */
export class CardLoader {
  #loading: Promise<CardScript | undefined> | undefined;

  constructor(
    private readonly world: World,
    private readonly onFailed: (error: unknown) => void,
  ) {}

  /** `undefined`: not to be had now. Nobody is told, since the next click tries again. */
  get(): Promise<CardScript | undefined> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<CardScript | undefined> {
    const script = await this.#ask();
    if (!script) this.#loading = undefined;
    return script;
  }

  #ask(): Promise<CardScript | undefined> {
    return new Promise((resolve) => {
      const stop = awaitHandOver(resolve);
      this.world
        .send('loadCard', {})
        .catch(this.onFailed)
        // The script has run by now; if nothing was handed over, nothing will be.
        .finally(() => {
          stop();
          resolve(undefined);
        });
    });
  }
}
