import { createServer, type Server } from 'node:http';
import { obey } from './orders';
import type { TerminalSimulator } from './terminal-simulator';

const LONGEST_ORDER = 200;

/** `POST /` with an order as plain text; `GET /` for the status. Listens on this machine only. */
export async function startControl(terminal: TerminalSimulator, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    let order = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => {
      order = (order + text).slice(0, LONGEST_ORDER);
    });
    request.on('end', () => {
      const answer = obey(terminal, request.method === 'POST' ? order : 'status');
      response.setHeader('content-type', answer.startsWith('{') ? 'application/json' : 'text/plain; charset=utf-8');
      response.end(`${answer}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
