import { answer, api } from '../../app/api';
import type { ApiKey, ApiScope, MadeApiKey, Page, Venue, VenueSettings } from '../../app/wire';

export function changeVenue(name: string, settings: VenueSettings): Promise<Venue> {
  return answer(api.PATCH('/api/v1/venue', { body: { name, settings } }));
}

export async function changePassword(current: string, chosen: string): Promise<void> {
  await answer(api.POST('/api/v1/admin/password', { body: { current, new: chosen } }));
}

export function setUpCode(): Promise<{ secret: string; otpauth_url: string }> {
  return answer(api.POST('/api/v1/admin/totp/setup'));
}

export async function confirmCode(code: string): Promise<void> {
  await answer(api.POST('/api/v1/admin/totp/confirm', { body: { code } }));
}

export async function disableCode(password: string): Promise<void> {
  await answer(api.POST('/api/v1/admin/totp/disable', { body: { password } }));
}

export function listApiKeys(cursor: string | undefined): Promise<Page<ApiKey>> {
  return answer(api.GET('/api/v1/api-keys', { params: { query: { cursor } } }));
}

export function addApiKey(name: string, scopes: ApiScope[]): Promise<MadeApiKey> {
  return answer(api.POST('/api/v1/api-keys', { body: { name, scopes } }));
}

export async function revokeApiKey(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }));
}
