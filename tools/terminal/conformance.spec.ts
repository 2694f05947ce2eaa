import { connect, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { obey } from './orders';
import { TcpLine } from './tcp-line';
import { TerminalSimulator, type SimulatorOptions } from './terminal-simulator';
import type { Json } from './wire';

const SALE = String.raw`{"JsonSerialized":"{\"Command\":100,\"Amount\":12000,\"TicketNumber\":\"A000123\",\"PrintOnPos\":false,\"SaleType\":1,\"SendMessage\":true,\"EmployeeId\":7,\"DateTime\":\"2026-03-01T22:15:30.123\"}","Sign":"C267FB90CFB23801A72E92DF12505D0F52922F6C19D9A5A63BB4588C094BD673"}`;
const CARD = String.raw`{"JsonSerialized":"{\"MessageCode\":78,\"MessageText\":\"Lectura de tarjetas\"}","Sign":"B9CBDD5454E282A6A9168E0F20F1836BF3A549218A8838B163B1A16EBF61F847"}`;
const ACK = '{"Received":true}';
const SALE_FIELDS =
  'FunctionCode,ResponseCode,ResponseMessage,CommerceCode,TerminalId,Ticket,AuthorizationCode,Amount,SharesNumber,SharesAmount,Last4Digits,OperationId,CardType,AccountingDate,AccountNumber,CardBrand,RealDate,EmployeeId,Tip,SaleType,PosMode,Cashback';

/** A till that is nothing but a socket, as the documentation describes one. */
class BareTill {
  private text = '';
  private constructor(private readonly socket: Socket) {
    socket.on('error', () => socket.destroy());
    socket.setEncoding('utf8').on('data', (chunk) => (this.text += String(chunk)));
  }

  static open(port: number): Promise<BareTill> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new BareTill(socket)));
    });
  }

  write(text: string): void {
    this.socket.write(text);
  }

  send(body: Json, lineEnd = ''): void {
    const text = JSON.stringify(body);
    this.write(JSON.stringify({ JsonSerialized: text, Sign: sha256(text) }) + lineEnd);
  }

  /** The next object the terminal sent; the documentation's examples hold no brace inside a text. */
  async next(): Promise<string> {
    for (;;) {
      const end = this.text.startsWith('{"Received"')
        ? this.text.indexOf('}') + 1
        : this.text.search(/"\}(?=\{|$)/) + 2;
      if (end > 1) {
        const found = this.text.slice(0, end);
        this.text = this.text.slice(end);
        return found;
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** The signed object's content, after its signature was checked and acknowledged. */
  async reply(): Promise<Json> {
    const outer = JSON.parse(await this.next());
    expect(outer.Sign).toBe(sha256(outer.JsonSerialized as string));
    this.write(ACK);
    return JSON.parse(outer.JsonSerialized as string) as Json;
  }

  async ask(body: Json): Promise<Json> {
    this.send(body);
    expect(await this.next()).toBe(ACK);
    return this.reply();
  }

  close(): void {
    this.socket.destroy();
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();
}

let terminal: TerminalSimulator;
let line: TcpLine;
let till: BareTill;

async function start(options: SimulatorOptions = {}): Promise<void> {
  terminal = new TerminalSimulator({ now: () => new Date(2026, 2, 1, 22, 15, 41), ...options });
  line = await TcpLine.start(terminal);
  till = await BareTill.open(line.port);
}
afterEach(async () => {
  till.close();
  await line.stop();
});

const DATE = { DateTime: '2026-03-01T22:15:30.123' };
const PRINT = { PrintOnPos: false, ...DATE };

async function sell(ticket: string, amount = 12_000): Promise<Json> {
  const body = { Command: 100, Amount: amount, TicketNumber: ticket, PrintOnPos: false };
  return till.ask({ ...body, SaleType: 1, SendMessage: false, EmployeeId: 7, ...DATE });
}

describe('the documented handshake', () => {
  it('is kept to the letter and to the signature', async () => {
    await start();
    till.write(SALE);
    expect(await till.next()).toBe(ACK);
    expect(await till.next()).toBe(CARD);
    till.write(ACK);
    for (const code of [79, 81, 82]) expect((await till.reply()).MessageCode).toBe(code);
    const answer = await till.reply();
    expect(Object.keys(answer).join()).toBe(SALE_FIELDS);
    expect(answer).toMatchObject({ FunctionCode: 100, ResponseCode: 0, Ticket: 'A000123', Amount: 12_000 });
    expect(answer).toMatchObject({ Last4Digits: '0042', RealDate: '2026-03-01 22:15:41', EmployeeId: 7 });
    expect(terminal.violations).toEqual([]);
  });

  it('sends no messages to a till that did not ask for them', async () => {
    await start();
    expect(await sell('A1')).toMatchObject({ FunctionCode: 100, ResponseCode: 0 });
  });

  it('refuses what is damaged', async () => {
    await start();
    till.write(SALE.replace('12000', '12001'));
    expect(await till.next()).toBe('{"Received":false}');
    expect(terminal.memory.charges).toEqual([]);
  });

  it.each([
    ['2026-03-01T22:15:30.123', ''],
    ['2026-03-01T22:15:30', '\r\n'],
    ['2026-03-02T01:15:30.123Z', '\n'],
    ['01-03-2026 22:15:30', '\r\n'],
  ])('takes the date %s with %j at the end', async (date, lineEnd) => {
    await start();
    till.send({ Command: 106, DateTime: date }, lineEnd);
    expect(await till.next()).toBe(ACK);
    expect(await till.reply()).toEqual({
      FunctionCode: 106,
      ResponseCode: 0,
      ResponseMessage: 'Aprobado',
      Connected: true,
    });
  });

  it('can be a firmware that takes one form of a date only', async () => {
    await start({ dateForms: ['dd-mm-yyyy'] });
    till.send({ Command: 106, ...DATE });
    expect(await till.next()).toBe('{"Received":false}');
  });
});

describe('the terminal’s other commands', () => {
  it('answer about the sales in its memory', async () => {
    await start();
    const { OperationId, AuthorizationCode } = await sell('A1');
    await sell('A2', 5_000);
    expect(await till.ask({ Command: 101, ...PRINT })).toMatchObject({
      FunctionCode: 101,
      Ticket: 'A2',
      Last4Digits: 42,
    });
    expect(await till.ask({ Command: 109, OperationId, ...PRINT })).toMatchObject({ Ticket: 'A1', Last4Digits: 42 });
    const details = await till.ask({ Command: 105, ...PRINT });
    expect(details.SaleDetails).toMatchObject([
      { FunctionCode: 100, Ticket: 'A1' },
      { FunctionCode: 100, Ticket: 'A2' },
    ]);
    expect(await till.ask({ Command: 104, ...PRINT })).toMatchObject({
      TxCount: 2,
      TxTotal: 17_000,
      CountCreditSales: 2,
    });
    const giveBack = { Command: 108, AuthorizationCode, Amount: 2_000, ...PRINT };
    expect(await till.ask(giveBack)).toMatchObject({ Success: true, AuthorizationCode });
    expect(await till.ask({ ...giveBack, Amount: 11_000 })).toMatchObject({ Success: false });
    expect(await till.ask({ Command: 102, OperationId, ...PRINT })).toMatchObject({ Success: true, OperationId });
    expect(await till.ask({ Command: 102, OperationId, ...PRINT })).toMatchObject({ Success: false, ResponseCode: 4 });
    expect((await till.ask({ Command: 110, EmployeeId: 7, ...PRINT })).SaleDetails).toHaveLength(2);
    expect((await till.ask({ Command: 111, EmployeeId: 7, ...PRINT })).TipReport).toMatchObject([
      { Tx: 2, Sales: 17_000 },
    ]);
    expect(await till.ask({ Command: 103, ...PRINT })).toMatchObject({ FunctionCode: 103, Success: true });
    expect((await till.ask({ Command: 105, ...PRINT })).SaleDetails).toEqual([]);
    expect(await till.ask({ Command: 101, ...PRINT })).toMatchObject({ Ticket: 'A2' });
  });

  it.each([
    [107, { ChangeToNormalMode: true }],
    [112, { ResponseCode: 12 }],
    [113, { SaleType: 1 }],
    [114, { TerminalId: 'T0000001', VoucherAsTicket: false }],
    [115, { Connected: true }],
    [116, { ResponseCode: 1 }],
  ])('%i is answered in its shape', async (command, shape) => {
    await start();
    expect(await till.ask({ Command: command, SaleType: 1, ...PRINT })).toMatchObject({
      FunctionCode: command,
      ...shape,
    });
  });
});

describe('without power', () => {
  it('nobody answers, and afterwards the approved sales are still known', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'noche-terminal-'));
    try {
      const memoryFile = join(folder, 'terminal.json');
      await start({ memoryFile });
      await sell('A1');
      expect(obey(terminal, 'power off')).toBe('ok');
      await line.stop();
      await start({ memoryFile });
      expect(await till.ask({ Command: 101, ...PRINT })).toMatchObject({ Ticket: 'A1' });
      expect(await sell('A2')).toMatchObject({ OperationId: 2 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('orders', () => {
  it.each([
    ['decline next', 1],
    ['decline next 51', 51],
    ['next out_of_paper', 24],
  ])('%s', async (order, code) => {
    await start();
    expect(obey(terminal, order)).toContain('the next sale');
    expect(await sell('A1')).toMatchObject({ ResponseCode: code });
    expect(await sell('A2')).toMatchObject({ ResponseCode: 0 });
  });

  it('may come from the amount', async () => {
    await start({ demoAmounts: true });
    expect(await sell('A1', 12_051)).toMatchObject({ ResponseCode: 51 });
    expect(await sell('A2', 12_088)).toMatchObject({ ResponseCode: 0, Amount: 13_088 });
  });

  it('let the totals be wrong, once', async () => {
    await start();
    const totals = () => till.ask({ Command: 104, ...PRINT });
    expect(obey(terminal, 'totals 1 5000')).toMatch(/wrong by/);
    const wrong = { TxCount: 1, TxTotal: 5_000, CountCreditSales: 1, TotalCreditSales: 5_000, CountDebitSales: 0 };
    expect(await totals()).toMatchObject(wrong);
    expect(await totals()).toMatchObject({ TxCount: 0, TxTotal: 0, CountCreditSales: 0 });
    expect(obey(terminal, 'totals many')).toMatch(/whole numbers/);
  });

  it('that make no sense are answered with help', async () => {
    await start();
    expect(obey(terminal, 'next nonsense')).toContain('not a fault');
    expect(obey(terminal, 'what')).toContain('power off');
  });
});
