import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { Express } from 'express';
import { pinoHttp } from 'pino-http';
import {
  AppConfig,
  EventSubscribers,
  Log,
  Metrics,
  NestLog,
  NocheRequest,
  PLATFORM_MESSAGES,
  Realtime,
  registerMessages,
} from '@libs/platform';
import { AppModule } from './app.module';
import { crossOrigin } from './cross-origin';
import { serveGuestPage } from './guest-page';
import { observeRequests } from './observe-requests';
import { serveDocs } from './openapi';
import { prepareRequest } from './prepare-request';
import { screens } from './screens';

const BODY_LIMIT = '100kb';
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;

/** A running instance: the API, its sockets and the screens on one port. */
export interface RunningApp {
  readonly nest: NestExpressApplication;
  /** @returns the port in use, in particular when 0 was asked for */
  listen(port: number): Promise<number>;
  /** Answers what is under way, then closes sockets and connections. */
  close(): Promise<void>;
}

/** Builds an instance; it serves once `listen` is called. @throws the database's error when it is out of reach */
export async function createApp(config: AppConfig): Promise<RunningApp> {
  registerMessages(PLATFORM_MESSAGES);
  const log = new Log(config.logLevel);
  const web = prepareExpress(config, log);
  const nest = await NestFactory.create<NestExpressApplication>(AppModule.with(config, log), new ExpressAdapter(web), {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  nest.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  web.use(observeRequests(nest.get(Metrics)));
  if (config.apiDocs) serveDocs(nest);
  servePages(web);
  await nest.init();
  const server = createHttpServer(web);
  const realtime = nest.get(Realtime);
  nest.get(EventSubscribers).add(realtime);
  realtime.attach(server);
  return { nest, listen: (port) => listen(server, port), close: () => close(nest, server) };
}

/** Pages for people, out of the way of whoever calls the API. */
function servePages(web: Express): void {
  const pages = screens();
  serveGuestPage(pages);
  web.use((req, res, next) => (req.url.startsWith('/api/') ? next() : pages(req, res, next)));
}

function prepareExpress(config: AppConfig, log: Log): Express {
  const web = express();
  web.disable('x-powered-by');
  web.set('trust proxy', config.trustProxy);
  web.set('etag', false);
  web.use(prepareRequest(config));
  web.use(crossOrigin(config));
  // A line for every request only where somebody looks for something: it costs each of them.
  if (config.logLevel === 'debug') web.use(pinoHttp({ logger: log.pino, genReqId: (req) => req.id }));
  const compress = compression();
  // Answers to acts are small; lists and screens are not.
  web.use((req, res, next) => (req.method === 'GET' ? compress(req, res, next) : next()));
  // A signature covers the bytes as they came.
  web.use('/api/v1/webhooks', express.json({ limit: BODY_LIMIT, strict: true, verify: keepRawBody }));
  web.use('/api', express.json({ limit: BODY_LIMIT, strict: true }));
  return web;
}

function keepRawBody(req: IncomingMessage, _res: ServerResponse, bytes: Buffer): void {
  (req as NocheRequest).rawBody = bytes;
}

function createHttpServer(web: Express): Server {
  // Node looks at its timeouts only every 30 s unless told otherwise.
  const server = createServer({ connectionsCheckingInterval: 1_000, keepAliveTimeout: KEEP_ALIVE_MS }, web);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  return server;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function close(nest: NestExpressApplication, server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await nest.get(Realtime).onApplicationShutdown();
  const patience = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(patience);
  await nest.close();
}
