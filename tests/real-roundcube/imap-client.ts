import { connect } from 'node:net';

/**
 * Logs in and opens every folder once, so that the server has numbered all messages before two sessions of a web
 * application do that at the same time: one of them would see an empty folder.
 */
export async function openEveryFolder(port: number, user: string, password: string, folders: readonly string[]) {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  const commands = [`LOGIN "${user}" "${password}"`, ...folders.map((name) => `SELECT "${name}"`), 'LOGOUT'];
  let heard = '';
  let sent = 0;
  await new Promise<void>((resolve, reject) => {
    const next = () => {
      const command = commands[sent];
      if (command) socket.write(`t${sent++} ${command}\r\n`);
    };
    socket.once('error', reject);
    socket.once('close', () => (sent === commands.length ? resolve() : reject(new Error(`IMAP ended: ${heard}`))));
    socket.on('data', (chunk) => {
      heard += String(chunk);
      const answer = new RegExp(`^t${sent - 1} (OK|NO|BAD)[^\\n]*\\n`, 'm').exec(heard);
      if (sent === 0 && heard.includes('\n')) next();
      else if (answer?.[1] === 'OK') next();
      else if (answer) reject(new Error(`IMAP refused: ${answer[0]}`));
    });
  });
}
