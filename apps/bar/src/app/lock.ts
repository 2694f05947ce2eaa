import { tabletLock } from '@libs/screen';
import { api } from './api';
import { lockedHere } from './stored';

export const { lock: lockBar, told: lockTold } = tabletLock(lockedHere, api.lock);
