import { Clock } from '@libs/kernel';

/** A clock that stands where it was set: the demo's past night happens in its own time. */
export class DemoClock extends Clock {
  private at = new Date();

  now(): Date {
    return this.at;
  }

  set(at: Date): void {
    this.at = at;
  }
}
