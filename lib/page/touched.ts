import { hostOf, parentOf } from './dom';
import { rowOf } from './nearby-name';
import type { Changes } from './observe';
import type { Signals } from './signals';

/** More places than this are read faster all at once. */
const mostTops = 20;
/** Attributes that only hide or show. */
const looks = new Set(['class', 'style', 'hidden', 'aria-hidden', 'open']);

/** Keeps what has changed since the last look, as the rows or elements to be read again. */
export class Touched {
  #tops = new Set<Element>();
  #isAll = true;

  constructor(
    private readonly isOwn: (node: Node) => boolean,
    private readonly signals: Signals,
  ) {}

  everything(): void {
    this.#isAll = true;
  }

  /** `false`: nobody can have come, gone or changed by it. */
  note(changes: NonNullable<Changes>): boolean {
    let isTouched = false;
    for (const record of changes) isTouched = this.#noteRecord(record) || isTouched;
    return isTouched;
  }

  /** What is to be read again; `undefined`: everything. */
  take(): Set<Element> | undefined {
    const tops = this.#isAll ? undefined : this.#tops;
    this.#tops = new Set();
    this.#isAll = false;
    return tops;
  }

  #noteRecord({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): boolean {
    if (this.isOwn(target)) return false;
    if (type === 'attributes') {
      if (!looks.has(attributeName ?? '')) this.#add(target);
      return true;
    }
    if (type === 'characterData') return this.#mayShow(target) && this.#add(target);
    const added = [...addedNodes].filter((node) => this.#mayShow(node));
    for (const node of added) this.#add(node);
    return added.length > 0 || [...removedNodes].some((node) => this.#mayShow(node));
  }

  #add(node: Node): true {
    const parent = parentOf(node);
    const element = parent instanceof Element ? parent : hostOf(node);
    if (this.#isAll || !element) return true;
    this.#tops.add(rowOf(node instanceof Element ? node : element) ?? element);
    if (this.#tops.size > mostTops) this.#isAll = true;
    return true;
  }

  #mayShow(node: Node): boolean {
    if (node instanceof Text) return node.data.includes('@') || this.signals.isKnown(node);
    return node instanceof Element && !this.isOwn(node);
  }
}
