import type { RowGroup, RowView } from './row-view';

export interface RowLine {
  readonly kind: 'row';
  readonly row: RowView;
  /** Place within its group, from 1. */
  readonly place: number;
  readonly group: RowGroup;
}
/** One line of the drawn list: a group's title, a contact, the way to the rest of the group, or to what can wait. */
export type Line =
  | { readonly kind: 'title'; readonly group: RowGroup }
  | RowLine
  | { readonly kind: 'more' | 'later'; readonly group: RowGroup };

/** The groups as one list of lines; empty groups leave no trace. */
export function linesOf(groups: readonly RowGroup[]): readonly Line[] {
  return groups
    .filter((group) => group.rows.length > 0)
    .flatMap((group) => {
      return [
        { kind: 'title' as const, group },
        ...group.rows.map((row, index) => ({ kind: 'row' as const, row, place: index + 1, group })),
        ...(group.capped || group.total > group.rows.length ? [{ kind: 'more' as const, group }] : []),
        ...(group.later ? [{ kind: 'later' as const, group }] : []),
      ];
    });
}

export function keyOfLine(line: Line): string {
  return line.kind === 'row' ? line.row.contactId : `${line.kind}:${line.group.key}`;
}

export function isRow(line: Line): line is RowLine {
  return line.kind === 'row';
}
