export * from './find-broken';
export type { Invariant } from './invariant';
