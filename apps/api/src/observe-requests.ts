import { RequestHandler } from 'express';
import { Metrics } from '@libs/platform';

interface Routed {
  route?: { path?: unknown };
}

/** Times every answered request under its route's pattern, never its address: ids would make endless series. */
export function observeRequests(metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const end = metrics.requests.startTimer();
    res.once('finish', () => {
      const path = (req as Routed).route?.path;
      end({ method: req.method, route: typeof path === 'string' ? path : 'other', status: String(res.statusCode) });
    });
    next();
  };
}
