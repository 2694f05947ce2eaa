import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IncomingNotice, OnlineProvider } from '../domain';

/** An adapter and the simulator of its service, which the suite leads through everything that happens to a payment. */
export interface ProviderWorld {
  readonly provider: OnlineProvider;
  /** The same, with little patience. */
  readonly impatient: OnlineProvider;
  /** The same, with a secret that the service does not know. */
  readonly stranger: OnlineProvider;
  readonly secret: string;
  press(externalId: string, press: 'approve' | 'decline' | 'cancel'): Promise<void>;
  expire(externalId: string): Promise<void>;
  /** The bank settles what was paid, so that parts of it can be given back. */
  settle(): void;
  failNextAnswer(fault: 'slow' | 'hang_up' | 'error_500' | 'html' | 'redirect'): void;
  failNextNotices(...faults: ('lose' | 'double' | 'late' | 'reorder' | 'forge' | 'answer_lost' | 'none')[]): void;
  releaseLateNotices(): Promise<void>;
  misreport(differing: { amount?: number; reference?: string; externalId?: string }): void;
  close(): Promise<void>;
}

/** The shop's addresses: keeps what comes in, answers as both services want it. */
export class NoticeInbox {
  readonly notices: IncomingNotice[] = [];
  private server: Server | undefined;

  async open(): Promise<string> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.notices.push(incoming(request.url ?? '', request.headers, Buffer.concat(parts)));
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.server = server;
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server?.close(() => resolve());
      this.server?.closeAllConnections();
    });
  }
}

function incoming(path: string, headers: IncomingHttpHeaders, rawBody: Buffer): IncomingNotice {
  const channel = (['confirm', 'reject'] as const).find((name) => path.endsWith(name)) ?? 'notification';
  return { channel, headers, rawBody };
}
