/** How much is measured. */
export interface BenchOptions {
  /** Parts by name; empty: all of them. */
  readonly parts: readonly string[];
  readonly rounds: number;
  /** Sizes of the table of contacts. */
  readonly sizes: readonly number[];
  /** Also what takes minutes: all derived fields of the largest table made anew. */
  readonly isAll: boolean;
  /** Write the tree map of bytes too. */
  readonly wantsMap: boolean;
}

const flags = ['--quick', '--all', '--bytes-map'];
const sizesFlag = /^--contacts=(\d+(?:,\d+)*)$/;

/** `npm run bench -- [--quick] [--all] [--bytes-map] [--contacts=100,1000] [part …]` */
export function optionsFrom(args: readonly string[], known: readonly string[]): BenchOptions {
  const parts = args.filter((arg) => !arg.startsWith('--'));
  const wrong = [
    ...parts.filter((part) => !known.includes(part)),
    ...args.filter((arg) => arg.startsWith('--') && !flags.includes(arg) && !sizesFlag.test(arg)),
  ];
  if (wrong.length > 0) {
    throw new Error(
      `Not known: ${wrong.join(', ')}. Parts: ${known.join(', ')}. Options: ${flags.join(', ')}, --contacts=100,1000.`,
    );
  }
  const isQuick = args.includes('--quick');
  const named = args.map((arg) => sizesFlag.exec(arg)?.[1]).find((sizes) => sizes !== undefined);
  return {
    parts,
    rounds: isQuick ? 3 : 9,
    sizes: named?.split(',').map(Number) ?? (isQuick ? [100, 10_000] : [100, 1_000, 10_000, 100_000]),
    isAll: args.includes('--all'),
    wantsMap: args.includes('--bytes-map'),
  };
}
