import { type Summary, summaryOf } from './stats.ts';

/** One thing that was measured beside its floor, in the same run. */
export interface Figure {
  /** Which part of the benchmark it belongs to, such as `popup`. */
  readonly part: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly floor: number;
  readonly ratio: number;
  /** Both as a sentence for people; `null`: the figure is only watched. */
  readonly goal: string | null;
  readonly met: boolean | null;
  /** What the floor is. */
  readonly against: string;
  /** Median absolute deviations of value and floor, in the unit of the figure, and the number of runs. */
  readonly noise: { readonly value: number; readonly floor: number; readonly runs: number };
}

/** What was measured, run by run. */
export interface Measured {
  readonly part: string;
  readonly name: string;
  readonly unit: string;
  readonly against: string;
  readonly values: readonly number[];
  readonly floors: readonly number[];
}

/** A figure with all that was measured for it. */
export interface Result {
  readonly figure: Figure;
  readonly samples: { readonly values: readonly number[]; readonly floors: readonly number[] };
}

/** What a figure is to reach. */
export interface Goal {
  readonly says: string;
  isMet(value: number, floor: number): boolean;
}

/** At most so many times the floor. */
export function times(most: number): Goal {
  return { says: `≤ ${most} ×`, isMet: (value, floor) => value <= most * floor };
}

/** At most so much, whatever the floor is. */
export function atMost(most: number, unit: string): Goal {
  return { says: `≤ ${most} ${unit}`, isMet: (value) => value <= most };
}

/** At most so much above the floor. */
export function above(most: number, unit: string): Goal {
  return { says: `≤ floor + ${most} ${unit}`, isMet: (value, floor) => value <= floor + most };
}

/** Without a goal the figure is only watched. */
export function resultOf(measured: Measured, goal?: Goal): Result {
  const { part, name, unit, against, values, floors } = measured;
  const [own, floor] = [summaryOf(values), summaryOf(floors)] as const;
  return {
    samples: { values, floors },
    figure: {
      part,
      name,
      unit,
      value: rounded(own.median),
      floor: rounded(floor.median),
      ratio: ratioOf(own, floor),
      goal: goal?.says ?? null,
      met: goal ? goal.isMet(own.median, floor.median) : null,
      against,
      noise: { value: rounded(own.spread), floor: rounded(floor.spread), runs: own.runs },
    },
  };
}

/** Nothing against nothing is as good as the floor. */
function ratioOf(own: Summary, floor: Summary): number {
  return own.median === floor.median ? 1 : rounded(own.median / floor.median);
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
