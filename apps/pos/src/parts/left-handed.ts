import { settingOf } from '../till/counter-store';

/** The cart on the left, for whoever works from there. */
export const leftHanded = settingOf('left-handed', false);
