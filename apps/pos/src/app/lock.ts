import { tabletLock } from '@libs/screen';
import { settingOf } from '../till/counter-store';
import { api } from './api';

/** Closed on this tablet, whatever the server heard of it. */
export const locked = settingOf('locked', false);

export const { lock: lockTill, told: lockTold } = tabletLock(locked, api.lock);
