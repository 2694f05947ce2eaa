export type { Redemption, Reward, RewardFields, RewardItem } from '../domain';
export * from './manage-rewards';
export * from './ports';
export * from './redeem-reward';
export * from './undo-redemption';
