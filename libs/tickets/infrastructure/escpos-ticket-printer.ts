import { connect, Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Log } from '@libs/platform';
import { PrintedTicket, PrinterAddress, PrinterProblem, TicketPrinter } from '../application';
import { lanAddressOf } from './lan-address';
import { ticketPaper } from './ticket-paper';

const CONNECT_TIMEOUT_MS = 2_000;
/** A printer takes a ticket in well under a second, unless it is out of paper. */
const SEND_TIMEOUT_MS = 3_000;

/** {@link TicketPrinter} for network printers: ESC/POS over TCP, as they take it on port 9100. */
@Injectable()
export class EscposTicketPrinter extends TicketPrinter {
  constructor(private readonly log: Log) {
    super();
  }

  async print({ host, port }: PrinterAddress, ticket: PrintedTicket): Promise<PrinterProblem | undefined> {
    const socket = await this.open(host, port).catch((error: unknown) => {
      this.log.warn({ err: error, host, port }, 'a printer could not be reached');
      return 'printer.unreachable' as const;
    });
    if (typeof socket === 'string') return socket;
    try {
      await send(socket, ticketPaper(ticket));
      return undefined;
    } catch (error) {
      this.log.warn({ err: error, host, port }, 'a printer broke off');
      return 'printer.broke_off';
    } finally {
      socket.destroy();
    }
  }

  /** Looking the name up counts towards the time to connect. */
  private async open(host: string, port: number): Promise<Socket | 'printer.address_refused'> {
    const deadline = AbortSignal.timeout(CONNECT_TIMEOUT_MS);
    const late = new Promise<never>((_, reject) => {
      deadline.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true });
    });
    const address = await Promise.race([lanAddressOf(host), late]);
    if (address === undefined) return 'printer.address_refused';
    const socket = connect({ host: address, port });
    try {
      await Promise.race([event(socket, 'connect'), late]);
      return socket;
    } catch (error) {
      socket.destroy();
      throw error;
    }
  }
}

/** Resolves once the printer has closed the connection behind everything that it took. */
async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  socket.setTimeout(SEND_TIMEOUT_MS, () => socket.destroy(new Error('the printer stopped taking')));
  // Printers may send their state; unread, it would keep the connection from closing.
  socket.resume();
  const closed = event(socket, 'close');
  socket.end(bytes);
  await closed;
}

function event(socket: Socket, name: 'connect' | 'close'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once(name, () => resolve());
  });
}
