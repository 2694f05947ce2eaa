import { Injectable } from '@nestjs/common';
import { Clock } from '@libs/kernel';

/** The machine's clock. */
@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
