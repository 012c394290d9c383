import type { CDPSession, Page } from 'playwright-core';

/** What the main thread of a page has done so far, in ms of its own processor time, and how often. */
export interface Work {
  readonly script: number;
  readonly task: number;
  readonly layouts: number;
  readonly styles: number;
}

/** Bytes of objects and buffers of scripts, and of nodes, styles and listeners of the page. */
export interface Heap {
  readonly script: number;
  readonly page: number;
}

/** The debugger's view of a tab. Opened before the page is, so that nothing is missed. */
export class Renderer {
  private readonly session: CDPSession;

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async of(page: Page): Promise<Renderer> {
    const session = await page.context().newCDPSession(page);
    // Processor time of the thread: another process that takes the processor meanwhile does not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Renderer(session);
  }

  /** Script is what runs and what is compiled for it. */
  async work(): Promise<Work> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return {
      script: (of('ScriptDuration') + of('V8CompileDuration')) * 1_000,
      task: of('TaskDuration') * 1_000,
      layouts: of('LayoutCount'),
      styles: of('RecalcStyleCount'),
    };
  }

  /** Bytes in use after a full collection: of this tab, with all that extensions have in it. */
  async heap(): Promise<Heap> {
    for (let turn = 0; turn < 3; turn++) await this.session.send('HeapProfiler.collectGarbage');
    const usage: Usage = await this.session.send('Runtime.getHeapUsage');
    const { usedSize, backingStorageSize = 0, embedderHeapUsedSize = 0 } = usage;
    return { script: usedSize + backingStorageSize, page: embedderHeapUsedSize };
  }
}

/** What newer browsers tell beside the size of the objects. */
interface Usage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** What was done between two looks. */
export function workBetween(before: Work, after: Work): Work {
  return {
    script: after.script - before.script,
    task: after.task - before.task,
    layouts: after.layouts - before.layouts,
    styles: after.styles - before.styles,
  };
}
