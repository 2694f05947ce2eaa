/** What every screen of this API does alike: asks once, keeps answers, hears hints, knows whether the server is there. */
export { factNumber, factText, hasCode, isRefusal, isUnknown, needsPerson, pinRefusal, sentenceOf } from './answers';
export { soon } from './first-screen';
export { LinkProvider, useLink } from './link';
export { type TabletLock, tabletLock } from './lock';
export { keptAnswers, keptAnswersOfTablet } from './queries';
export { type Hint, useHints } from './use-hints';
export { useWrite } from './use-write';
export { askEarly, stationQueries } from './station';
export { StationGate } from './StationGate';
