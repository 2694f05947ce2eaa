/** Where the time comes from. Rules never ask the machine's clock themselves. */
export abstract class Clock {
  abstract now(): Date;
}
