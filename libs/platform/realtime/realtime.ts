import { Server as HttpServer } from 'node:http';
import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { createAdapter } from '@socket.io/postgres-adapter';
import { Server, Socket } from 'socket.io';
import { DomainEvent, Transaction } from '@libs/kernel';
import { AppConfig } from '../config';
import { Database } from '../database/database';
import { DatabaseListener } from '../database/database-listener';
import { EventSubscriber } from '../events/event-subscribers';
import { Log } from '../logging';
import { readCookies, sessionSecret } from '../security/cookies';
import { isOwnOrigin } from '../security/origin';
import { AppName, APPS, CustomerReader, Principal, SessionReader, SESSIONS_CHANGED } from '../security/principal';
import { ListeningPool } from './listening-pool';
import { hintsByRooms, inParcels, RoomHints, roomsOfCustomer, roomsOfPrincipal } from './rooms';

const HINTS = 'hints';
const RECHECK_MS = 15_000;
const RECHECK_SOON_MS = 50;

/**
 * Pushes hints to screens: "something about this changed, ask again". A hint carries ids and never figures, so a
 * room can leak nothing that the API would refuse. The server alone decides who hears what.
 */
@Injectable()
export class Realtime implements EventSubscriber, OnApplicationShutdown {
  readonly name = 'realtime';
  private io: Server | undefined;
  private readonly listening: ListeningPool;
  private soon: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: AppConfig,
    database: Database,
    listener: DatabaseListener,
    private readonly sessions: SessionReader,
    private readonly customers: CustomerReader,
    private readonly log: Log,
  ) {
    this.listening = new ListeningPool(database.pool);
    listener.on(SESSIONS_CHANGED, () => this.recheckSoon());
    listener.onGap(() => this.recheckSoon());
  }

  /** Starts answering on this HTTP server. Instances on one database share their events through it. */
  attach(server: HttpServer): void {
    this.io = new Server(server, {
      path: '/socket.io',
      serveClient: false,
      maxHttpBufferSize: 10_000,
      // cors.origin does not stop WebSocket connections; this does.
      allowRequest: (req, done) => {
        const { origin, host } = req.headers;
        done(null, origin === undefined || isOwnOrigin(origin, host, this.config));
      },
    });
    this.io.adapter(
      createAdapter(this.listening.asPool(), {
        tableName: 'platform.socket_io_attachments',
        errorHandler: (error) => this.log.warn({ err: error }, 'sockets of other instances are out of reach'),
      }),
    );
    this.io.on(HINTS, (messages: readonly RoomHints[]) => this.tellOwn(messages));
    this.io.use((socket, next) => {
      this.admit(socket).then(next, () => next(new Error('auth.required')));
    });
  }

  handle(events: readonly DomainEvent[], _tx: Transaction): Promise<void> {
    for (const messages of inParcels(hintsByRooms(events))) {
      this.tellOwn(messages);
      this.io?.serverSideEmit(HINTS, messages);
    }
    return Promise.resolve();
  }

  /** The sockets of this instance. */
  private tellOwn(messages: readonly RoomHints[]): void {
    for (const { rooms, hints } of messages) this.io?.local.to(rooms).emit(HINTS, hints);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.soon);
    await this.io?.close();
    this.listening.close();
  }

  private async admit(socket: Socket): Promise<undefined> {
    const rooms = await this.roomsOf(socket);
    if (rooms.length === 0) throw new Error('auth.required');
    await socket.join(rooms);
    const timer = setInterval(() => void this.recheck(socket), RECHECK_MS);
    socket.on('disconnect', () => clearInterval(timer));
    return undefined;
  }

  /** None for nobody. Who shows a token is a guest, whatever cookies the browser holds besides. */
  private async roomsOf(socket: Socket): Promise<string[]> {
    const { token } = socket.handshake.auth as { token?: unknown };
    if (token === undefined) {
      const principal = await this.principalOf(socket);
      return principal ? roomsOfPrincipal(principal) : [];
    }
    const { address } = socket.handshake;
    const customer = typeof token === 'string' ? await this.customers.bearer(token, address) : undefined;
    return customer ? roomsOfCustomer(customer) : [];
  }

  private principalOf(socket: Socket): Promise<Principal | undefined> {
    const named: unknown = (socket.handshake.auth as { app?: unknown }).app;
    const app: AppName | undefined = APPS.find((name) => name === named);
    const secret = sessionSecret(readCookies(socket.handshake.headers.cookie), app);
    return secret ? this.sessions.session(secret, socket.handshake.address) : Promise.resolve(undefined);
  }

  /**
   * A session that ended, a role that changed or a guest's token that is over ends the socket: the screen connects anew
   * with what is left.
   */
  private async recheck(socket: Socket): Promise<void> {
    const rooms = await this.roomsOf(socket).catch(() => undefined);
    if (!rooms) return;
    if (rooms.length === 0 || rooms.some((room) => !socket.rooms.has(room))) socket.disconnect(true);
  }

  /** Changes of one act come together, and are looked at once. */
  private recheckSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      for (const socket of this.io?.sockets.sockets.values() ?? []) void this.recheck(socket);
    }, RECHECK_SOON_MS);
  }
}
