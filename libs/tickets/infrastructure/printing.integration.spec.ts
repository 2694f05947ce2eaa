import { AddressInfo, createServer, Server, Socket } from 'node:net';
import { Log } from '@libs/platform';
import { newOnce, useCounterBench } from '../testing';
import { PrintedTicket, PrintTicket } from '../application';
import { EscposTicketPrinter } from './escpos-ticket-printer';
import { isLanAddress, lanAddressOf } from './lan-address';
import { SqlRegisterPrinters } from './sql-register-printers';

const QR = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ticket: PrintedTicket = {
  ...{ venueName: 'Club Ñandú', displayCode: 'BMB 11725', qr: QR, isTest: false, reprint: 0 },
  soldAt: '22-11-2026, 01:30',
  items: [
    { name: 'Piscola doble', qty: 2, note: 'sin hielo, con limón' },
    { name: 'Café', qty: 1, note: null },
  ],
};

/** Code page 858, as far as Spanish needs it. */
const LETTERS: Readonly<Record<number, string>> = {
  0xa5: 'Ñ',
  0xa4: 'ñ',
  0xa3: 'ú',
  0xa2: 'ó',
  0x82: 'é',
  0xa0: 'á',
  0xe0: 'Ó',
};

/** What a printer would put on paper, a line for a line, and what it would do besides. */
function decode(bytes: Buffer): { lines: string[]; qr: string | undefined; isCut: boolean; largest: number } {
  let text = '';
  let qr: string | undefined;
  let isCut = false;
  let largest = 1;
  for (let at = 0; at < bytes.length;) {
    const [byte, next] = [bytes[at] as number, bytes[at + 1]];
    if (byte === 0x1b) {
      at += next === 0x40 ? 2 : 3;
    } else if (byte === 0x1d && next === 0x28) {
      const length = bytes.readUInt16LE(at + 3);
      const content = bytes.subarray(at + 5, at + 5 + length);
      if (content[1] === 0x50) qr = content.subarray(3).toString('ascii');
      at += 5 + length;
    } else if (byte === 0x1d && next === 0x56) {
      isCut = true;
      at += 3;
    } else if (byte === 0x1d) {
      if (next === 0x21) largest = Math.max(largest, ((bytes[at + 2] as number) & 0x0f) + 1);
      at += 3;
    } else if (byte === 0x1c) {
      at += 2;
    } else {
      text += byte < 0x80 ? String.fromCharCode(byte) : (LETTERS[byte] ?? '¿');
      at += 1;
    }
  }
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return { lines: lines.filter((line) => line !== ''), qr, isCut, largest };
}

const started: (() => Promise<void>)[] = [];

/** Also after a failed test: a listening server would keep the run from ending. */
afterEach(async () => {
  await Promise.all(started.splice(0).map((stop) => stop()));
});

/** A printer on this machine. @param behave what it does with a connection besides taking the bytes */
async function startPrinter(behave: (socket: Socket) => unknown = () => undefined) {
  const papers: Promise<Buffer>[] = [];
  const server: Server = createServer((socket) => {
    papers.push(
      new Promise((resolve) => {
        const parts: Buffer[] = [];
        socket.on('data', (part: Buffer) => parts.push(part));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(Buffer.concat(parts)));
      }),
    );
    behave(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  started.push(stop);
  return { host: '127.0.0.1', port, papers, stop };
}

describe('printing a ticket', () => {
  const printer = new EscposTicketPrinter(new Log('silent'));

  it('puts venue, code, QR and items on paper, accents included, and cuts it', async () => {
    const device = await startPrinter();
    expect(await printer.print(device, ticket)).toBeUndefined();
    const paper = decode((await device.papers[0]) as Buffer);
    await device.stop();
    expect(paper).toEqual({
      lines: [
        ...['Club Ñandú', 'BMB 11725', '2 x Piscola doble', 'sin hielo, con limón', '1 x Café', '22-11-2026, 01:30'],
      ],
      ...{ qr: QR, isCut: true, largest: 3 },
    });
  });

  it('marks a reprint with its number, and a test', async () => {
    const device = await startPrinter();
    await printer.print(device, { ...ticket, reprint: 2, isTest: true });
    const { lines } = decode((await device.papers[0]) as Buffer);
    await device.stop();
    expect(lines.slice(0, 3)).toEqual(['Club Ñandú', 'REIMPRESIÓN 2', 'PRUEBA - SIN VALOR']);
  });

  it('lets no name give the printer commands', async () => {
    const device = await startPrinter();
    const items = [{ name: 'Ron\u001bp\u0000\u0019\u00fa', qty: 1, note: 'a\u001dV\u0000' }];
    await printer.print(device, { ...ticket, items });
    const bytes = (await device.papers[0]) as Buffer;
    await device.stop();
    expect(bytes.includes(Buffer.from([0x1b, 0x70]))).toBe(false);
    expect(bytes.includes(Buffer.from([0x61, 0x1d]))).toBe(false);
  });

  it('tells that nobody answers, that a name is unknown, and that the printer broke off', async () => {
    const gone = await startPrinter();
    await gone.stop();
    expect(await printer.print(gone, ticket)).toBe('printer.unreachable');
    expect(await printer.print({ host: 'no-such-printer.invalid', port: 9100 }, ticket)).toBe('printer.unreachable');
    const breaking = await startPrinter((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await printer.print(breaking, ticket)).toBe('printer.broke_off');
    await breaking.stop();
  });

  it.each(['8.8.8.8', '169.254.169.254', '0.0.0.0', '100.64.0.1', '172.32.0.1', '::ffff:8.8.8.8', 'fe80::1'])(
    'connects to no address outside of the house: %s',
    async (host) => {
      expect(isLanAddress(host)).toBe(false);
      expect(await printer.print({ host, port: 9100 }, ticket)).toBe('printer.address_refused');
    },
  );

  it.each(['10.1.2.3', '172.16.0.9', '192.168.1.50', '127.0.0.1', '::1', 'fd00::5', '::ffff:10.0.0.1'])(
    'connects within the house: %s',
    (host) => {
      expect(isLanAddress(host)).toBe(true);
    },
  );

  it('resolves a name to an address of the house', async () => {
    expect(isLanAddress((await lanAddressOf('localhost')) ?? '')).toBe(true);
  });
});

describe('counting prints', () => {
  const bench = useCounterBench();

  const at = (host: string | null, port = 9100) => {
    const { platform, house } = bench.current;
    return platform.owner.query('UPDATE sales.registers SET printer_host = $2, printer_port = $3 WHERE id = $1', [
      ...[house.registerId, host, port],
    ]);
  };

  function printing() {
    const { clock, platform, houses, seal, counter } = bench.current;
    const printers = new SqlRegisterPrinters(platform.database);
    const printer = new EscposTicketPrinter(new Log('silent'));
    return new PrintTicket(clock, platform.transactions, houses, seal, counter, printers, printer);
  }

  it('sends the original, then marked reprints, and a repeated key nothing', async () => {
    const device = await startPrinter();
    await at(device.host, device.port);
    const { cashier, sessionId } = bench.current.house;
    const sold = await bench.current.ticket({ Piscola: 1 });
    const print = (key?: string) =>
      printing().execute(cashier, newOnce(cashier, key), {
        ...{ ticketId: sold.id, target: 'printer', registerSessionId: sessionId },
      });
    const first = { qr: sold.qr, displayCode: sold.displayCode, printCount: 1, isReprint: false };
    expect(await print('first')).toEqual({ ...first, printed: true, problem: null });
    expect(await print('first')).toEqual({ ...first, printed: false, problem: 'printer.not_repeated' });
    expect(await print()).toMatchObject({ printCount: 2, isReprint: true, printed: true });
    const papers = (await Promise.all(device.papers)).map(decode);
    await device.stop();
    expect(papers.map(({ lines }) => lines.some((line) => line.startsWith('REIMPRESIÓN')))).toEqual([false, true]);
    expect(papers[1]?.lines).toContain('REIMPRESIÓN 1');
    expect(papers[1]?.qr).toBe(sold.qr);
  });

  it('stands although the printer does not answer', async () => {
    const gone = await startPrinter();
    await gone.stop();
    await at(gone.host, gone.port);
    const { cashier, sessionId } = bench.current.house;
    const sold = await bench.current.ticket({ Piscola: 1 });
    const input = { ticketId: sold.id, target: 'printer', registerSessionId: sessionId } as const;
    const answer = await printing().execute(cashier, newOnce(cashier), input);
    expect(answer).toMatchObject({ printCount: 1, printed: false, problem: 'printer.unreachable' });
    const { rows } = await bench.current.platform.owner.query(
      `SELECT t.print_count, l.action, o.type FROM tickets.tickets t
         JOIN tickets.ticket_log l ON l.ticket_id = t.id JOIN platform.outbox o ON o.subject_id = t.id WHERE t.id = $1`,
      [sold.id],
    );
    expect(rows).toEqual([{ print_count: 1, action: 'print', type: 'tickets.printed' }]);
  });

  it('numbers eight prints at once from one to eight', async () => {
    const { cashier, sessionId } = bench.current.house;
    const sold = await bench.current.ticket({ Piscola: 1 });
    const input = { ticketId: sold.id, target: 'browser', registerSessionId: sessionId } as const;
    const prints = Array.from({ length: 8 }, () => printing().execute(cashier, newOnce(cashier), input));
    const counts = (await Promise.all(prints)).map(({ printCount }) => printCount);
    expect(counts.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('prints no void ticket', async () => {
    const { cashier, sessionId } = bench.current.house;
    const sold = await bench.current.ticket({ Piscola: 1 });
    await bench.current.cancel(sold.saleId);
    const input = { ticketId: sold.id, target: 'browser', registerSessionId: sessionId } as const;
    await expect(printing().execute(cashier, newOnce(cashier), input)).rejects.toMatchObject({ code: 'ticket.void' });
  });
});
