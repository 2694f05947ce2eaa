import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Response } from 'express';
import { Observable, tap } from 'rxjs';
import { NocheRequest } from './request';

/** Tells a client that its key had been used and this is the earlier answer. */
@Injectable()
export class ReplayInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const req = http.getRequest<NocheRequest>();
    return next.handle().pipe(
      tap(() => {
        if (req.claim?.replayed) http.getResponse<Response>().setHeader('Idempotent-Replayed', 'true');
      }),
    );
  }
}
