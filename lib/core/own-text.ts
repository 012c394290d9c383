/** "On Tue, 24 Nov 2026 at 09:12, Ann Weaver wrote:", which mail programs may break over three lines. */
const writtenBy =
  /^\s*(?:on|am|le|el|il|op|em|den|dnia|w dniu)\b.*?\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał(?:\(a\))?|pisze)\b.*:$/isu;
/** "-----Original Message-----", "---------- Forwarded message ---------", in any language. */
const divider = /^\s*-{3,} ?\p{L}[^-]*-{3,}$/u;
const forwarded = /^\s*(?:begin forwarded message:|_{10,}$)/i;
/** The head of an older mail: its first line, and one that follows within a few lines. */
const headFirst = /^\s*\*?(?:from|von|de|da|van|från|fra|od):/iu;
const headNext =
  /^\s*\*?(?:sent|date|subject|to|gesendet|datum|betreff|an|envoyé|objet|enviado|asunto|fecha|inviato|oggetto|verzonden|onderwerp|skickat|ämne|assunto):/iu;
const signature = /^(?:--|—) ?$/;

/**
 * The text with everything that is not the writer's own blanked out, so that places in it stay what they were: quoted
 * lines, older mails below, words in quotation marks, the signature. Apostrophes and blanks are of one kind in it.
 */
export function ownText(text: string): string {
  return ownLines(text)
    .replace(/[’ʼ′´`]/g, "'")
    .replace(/[^\S\n]/g, ' ')
    .replace(/"[^"\n]{1,300}"|[“„][^“”„]{1,300}[“”]|«[^«»]{1,300}»/g, (quoted) => quoted.replace(/[^\n]/g, ' '));
}

/** The text with the lines blanked out that are not the writer's own: quoted ones, older mails, the signature. */
export function ownLines(text: string): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  let cut = false;
  lines.forEach((line, index) => {
    cut ||= isEnd(lines, index);
    kept.push(cut || isQuoted(line) || isHeader(lines, index) ? ' '.repeat(line.length) : line);
  });
  return kept.join('\n');
}

function isQuoted(line: string): boolean {
  return /^\s*[>|]/.test(line);
}

/** Does everything from here on belong to somebody else, or to every mail? */
function isEnd(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').trimEnd();
  if (signature.test(line) || divider.test(line) || forwarded.test(line)) return true;
  if (headFirst.test(line) && lines.slice(index + 1, index + 4).some((next) => headNext.test(next))) return true;
  const header = headerLines(lines, index);
  if (header === 0) return false;
  // Where the older mail is marked line by line, answers stand between its lines.
  const below = lines.slice(index + header).find((next) => next.trim() !== '');
  return below === undefined || !isQuoted(below);
}

function isHeader(lines: readonly string[], index: number): boolean {
  return [0, 1, 2].some((back) => index >= back && headerLines(lines, index - back) > back);
}

/** How many lines from here name the writer of an older mail; 0 for none. */
function headerLines(lines: readonly string[], index: number): number {
  for (let count = 1; count <= 3 && index + count <= lines.length; count++) {
    const joined = lines
      .slice(index, index + count)
      .join(' ')
      .trimEnd();
    if (joined.length > 400 || (count > 1 && (lines[index + count - 1] ?? '').trim() === '')) return 0;
    if (writtenBy.test(joined) && /[\d@]/.test(joined)) return count;
  }
  return 0;
}
