import { Setting } from '@libs/ui';
import type { Facing } from '@libs/ui/scan';

/** Mirrors the screen for whoever works with the left hand. */
export const leftHanded = new Setting('noche.bar.left-handed', false);
/** The camera that looks at the guest's telephone. */
export const cameraFacing = new Setting<Facing>('noche.bar.camera', 'environment');
/** The bar where this tablet was used last. */
export const lastBar = new Setting<string | null>('noche.bar.bar', null);
/** Locked on this tablet, whatever the server heard of it: a lock has to work without network, and over a reload. */
export const lockedHere = new Setting('noche.bar.locked', false);
