import { Setting } from '@libs/ui';
import type { Facing } from '@libs/ui/scan';

/** The camera that looks at the guest's telephone. */
export const cameraFacing = new Setting<Facing>('noche.door.camera', 'environment');
/** Locked on this tablet, whatever the server heard of it: a lock has to work without network, and over a reload. */
export const lockedHere = new Setting('noche.door.locked', false);
