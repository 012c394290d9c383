import type { Person } from './people.ts';

/** The ways in which mail programs write one and the same mailbox. */
export type MailboxForm = 'plain' | 'quoted' | 'surname-first' | 'encoded' | 'encoded-q' | 'bare' | 'comment';

export interface Draft {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject: string;
  readonly sentAt: number;
  readonly messageId: string;
  readonly references?: readonly string[];
  /** Minutes east of UTC in the Date header, or an obsolete zone name. */
  readonly zone?: number | 'EST' | 'GMT';
  readonly headers?: readonly string[];
  readonly body: string;
  readonly html?: boolean;
}

/** RFC 5322 mailbox; `comment` is the obsolete form of §4.4, encoded words are RFC 2047. */
export function mailbox(person: Person, form: MailboxForm): string {
  const isAscii = !/[^ -~]/.test(person.name);
  switch (form) {
    case 'bare':
      return person.address;
    case 'comment':
      return isAscii ? `${person.address} (${person.name})` : mailbox(person, 'encoded');
    case 'encoded':
      return `=?UTF-8?B?${Buffer.from(person.name).toString('base64')}?= <${person.address}>`;
    case 'encoded-q':
      return `=?utf-8?q?${quotedPrintable(person.name)}?= <${person.address}>`;
    case 'surname-first': {
      const [first, ...rest] = person.name.split(' ');
      return isAscii ? `"${rest.join(' ')}, ${first}" <${person.address}>` : mailbox(person, 'encoded-q');
    }
    case 'quoted':
      return isAscii ? `"${person.name}" <${person.address}>` : mailbox(person, 'encoded');
    case 'plain':
      return isAscii ? `${person.name} <${person.address}>` : mailbox(person, 'encoded-q');
  }
}

/** The whole message as bytes in latin1 characters, with CRLF line ends. */
export function compose(draft: Draft): string {
  const type = draft.html ? 'text/html' : 'text/plain';
  const lines = [
    `Date: ${dateHeader(draft.sentAt, draft.zone ?? 0)}`,
    `From: ${draft.from}`,
    `To: ${draft.to.join(',\r\n ')}`,
    ...(draft.cc?.length ? [`Cc: ${draft.cc.join(',\r\n ')}`] : []),
    ...(draft.bcc?.length ? [`Bcc: ${draft.bcc.join(',\r\n ')}`] : []),
    `Subject: ${word(draft.subject)}`,
    `Message-ID: <${draft.messageId}>`,
    ...(draft.references?.length
      ? [
          `In-Reply-To: <${draft.references.at(-1)}>`,
          `References: ${draft.references.map((id) => `<${id}>`).join('\r\n ')}`,
        ]
      : []),
    ...(draft.headers ?? []),
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=UTF-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    ...draft.body.split('\n'),
    '',
  ];
  return Buffer.from(lines.join('\r\n')).toString('latin1');
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 5322 §3.3; zone names and a comment are the obsolete forms of §4.3. */
function dateHeader(at: number, zone: number | 'EST' | 'GMT'): string {
  const minutes = typeof zone === 'number' ? zone : zone === 'EST' ? -300 : 0;
  const local = new Date(at + minutes * 60_000);
  const two = (value: number) => String(Math.abs(value)).padStart(2, '0');
  const day = `${weekdays[local.getUTCDay()]}, ${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  if (typeof zone !== 'number') return `${day} ${clock} ${zone} (obsolete form)`;
  return `${day} ${clock} ${zone < 0 ? '-' : '+'}${two(Math.trunc(zone / 60))}${two(zone % 60)}`;
}

function word(text: string): string {
  return /[^ -~]/.test(text) ? `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=` : text;
}

function quotedPrintable(text: string): string {
  const bytes = [...Buffer.from(text)];
  return bytes
    .map((byte) => (/[A-Za-z0-9]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : hex(byte)))
    .join('');
}

function hex(byte: number): string {
  return byte === 0x20 ? '_' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
