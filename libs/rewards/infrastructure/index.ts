export * from './rewards.module';
export { type OfferRow, type Offers, type RedemptionRow, RewardQueries, type RewardRow } from './rewards.queries';
