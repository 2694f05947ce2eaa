import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { AddressInfo, createServer, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppConfig, Log } from '@libs/platform';
import { Mail } from '../application';
import { MailPost } from './mail-post';

const MAIL: Mail = {
  ...{ kind: 'confirm_address', to: 'ana@example.com', language: 'es', venueName: 'Bombo $& Ñandú' },
  code: 'K7PM-2XQD',
};

/** A mail server that refuses the first mails it is offered, then takes what comes. */
class MailServer {
  readonly letters: string[] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(private refusals: string[] = []) {
    this.server = createServer((socket) => this.talk(socket));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    let heard = '';
    let isLetter = false;
    const answer = (line: string) => socket.write(`${line}\r\n`);
    answer('220 club');
    socket.on('data', (bytes) => {
      heard += bytes.toString('utf8');
      for (;;) {
        const end = isLetter ? heard.indexOf('\r\n.\r\n') : heard.indexOf('\r\n');
        if (end < 0) return;
        const said = heard.slice(0, end);
        heard = heard.slice(end + (isLetter ? 5 : 2));
        if (isLetter) {
          isLetter = false;
          this.letters.push(said);
          answer('250 taken');
        } else if (/^MAIL/i.test(said)) answer(this.refusals.shift() ?? '250 ok');
        else if (/^DATA/i.test(said)) {
          isLetter = true;
          answer('354 go on');
        } else answer('250 ok');
      }
    });
  }
}

describe('mail to customers', () => {
  const silent = new Log('silent');
  const posts: MailPost[] = [];
  const post = (mail: object, production = false): MailPost => {
    const one = new MailPost({ mail: { from: 'Club <club@example.com>', ...mail }, production } as AppConfig, silent);
    posts.push(one);
    return one;
  };
  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 200 && !(await isSo()); tries += 1) await delay(25);
    expect(await isSo()).toBe(true);
  };

  afterEach(() => {
    for (const one of posts.splice(0)) one.onApplicationShutdown();
  });

  it('goes by SMTP, and comes again after a server that had no time', async () => {
    const server = new MailServer(['451 come later']);
    const smtpUrl = await server.listen();
    post({ smtpUrl }, true).post(MAIL);
    expect(server.letters).toEqual([]);
    await until(() => server.letters.length === 1);
    expect(server.letters[0]).toMatch(/^To: ana@example\.com/m);
    expect(server.letters[0]).toContain('K7PM-2XQD');
    await server.close();
  });

  it('is not offered again to a server that refuses it for good', async () => {
    const server = new MailServer(['550 no such mailbox']);
    const one = post({ smtpUrl: await server.listen() });
    one.post(MAIL);
    await delay(2_500);
    expect(server.letters).toEqual([]);
    await server.close();
  });

  it('lies in a folder where people only try things out, readable by nobody else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'noche-mail-'));
    post({ folder }).post(MAIL);
    await until(async () => (await readdir(folder)).length === 1);
    const [name = ''] = await readdir(folder);
    await until(async () => (await readFile(join(folder, name), 'utf8')).includes('K7PM-2XQD'));
    const letter = await readFile(join(folder, name), 'utf8');
    expect(letter).toContain('Bombo $& Ñandú');
    expect(letter).toMatch(/^To: ana@example\.com\r$/m);
    await rm(folder, { recursive: true });
  });

  it('is what production without a mail server says it has not', () => {
    expect(() => post({}, true).check()).toThrow(expect.objectContaining({ code: 'mail.unavailable' }));
    expect(() => post({}).check()).not.toThrow();
    expect(() => post({ smtpUrl: 'smtp://127.0.0.1:1' }, true).check()).not.toThrow();
  });
});
