import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { remembered } from './remembered';
import type { Profile } from './wire';

export const profileQuery = queryOptions<Profile>(remembered('profile', api.profile));
