/** The entries of a field that takes one a line; commas and spaces part them too. */
export function linesIn(content: string): string[] {
  return content.split(/[\s,;]+/u).filter((line) => line !== '');
}
