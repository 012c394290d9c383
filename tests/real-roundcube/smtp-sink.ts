import { createServer, type Socket } from 'node:net';

/** A mail as the web application handed it in. */
export interface SubmittedMail {
  readonly from: string;
  readonly recipients: readonly string[];
  /** Whole message with CRLF line ends, dots unstuffed. */
  readonly text: string;
}

/** A mail server that takes the mail of all but the refused recipients and passes it on to nobody but the given function. */
export interface SmtpSink {
  readonly port: number;
  stop(): Promise<void>;
}

export function startSmtpSink(deliver: (mail: SubmittedMail) => void, refused: ReadonlySet<string>): Promise<SmtpSink> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // A client that hangs up early is no failure of the sink.
    socket.on('error', () => socket.destroy());
    talk(socket, deliver, refused);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (!address || typeof address !== 'object') return reject(new Error('no port'));
      resolve({
        port: address.port,
        stop: () =>
          new Promise((done) => {
            for (const socket of open) socket.destroy();
            server.close(() => done());
          }),
      });
    });
  });
}

function talk(socket: Socket, deliver: (mail: SubmittedMail) => void, refused: ReadonlySet<string>): void {
  let pending = '';
  let body: string[] | undefined;
  let from = '';
  let recipients: string[] = [];
  const say = (line: string) => socket.write(`${line}\r\n`);

  const takeLine = (line: string) => {
    if (body && line !== '.') {
      body.push(line.startsWith('.') ? line.slice(1) : line);
      return;
    }
    if (body) {
      deliver({ from, recipients, text: `${body.join('\r\n')}\r\n` });
      body = undefined;
      recipients = [];
      say('250 taken');
      return;
    }
    const verb = line.slice(0, 4).toUpperCase();
    const path = line.match(/<([^>]*)>/)?.[1] ?? '';
    if (verb === 'MAIL') from = path;
    if (verb === 'RCPT' && refused.has(path)) {
      say('550 no such mailbox');
      return;
    }
    if (verb === 'RCPT') recipients.push(path);
    if (verb === 'RSET') recipients = [];
    if (verb === 'DATA') {
      body = [];
      say('354 go on');
    } else if (verb === 'QUIT') {
      socket.end('221 bye\r\n');
    } else {
      say('250 ok');
    }
  };

  say('220 sink');
  // Bytes, not characters: a mail may use any charset.
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    const lines = (pending + String(chunk)).split('\r\n');
    pending = lines.pop() ?? '';
    for (const line of lines) takeLine(line);
  });
}
