import { z } from 'zod';
import { instant, Page, pageOf, pageQuery, text, uuid } from '@libs/platform';
import { API_SCOPES } from '@libs/staff/application';
import { ApiKeyView } from '@libs/staff/infrastructure';

const scopes = z
  .array(z.enum(API_SCOPES))
  .describe('menu.read: GET /products. events.read: GET /public/evento/hoy, /public/eventos/proximos and /entradas');

export const newApiKeyBody = z
  .strictObject({ name: text(60).describe('Which app it is for'), scopes: scopes.min(1).max(API_SCOPES.length) })
  .meta({ id: 'NewApiKey' });
export const madeApiKeyWire = z
  .object({
    id: uuid,
    name: z.string(),
    scopes,
    key: z.string().describe('Shown once; the app sends it as X-Api-Key'),
  })
  .meta({ id: 'MadeApiKey' });

export const apiKeysQuery = z.strictObject(pageQuery);
export const apiKeyPage = pageOf(
  z
    .object({
      id: uuid,
      name: z.string(),
      scopes,
      created_by_name: z.string().nullable(),
      created_at: instant,
      last_used_at: instant.nullable().describe('To the minute'),
      revoked_at: instant.nullable(),
    })
    .meta({ id: 'ApiKey' }),
).meta({ id: 'ApiKeyPage' });

export function toApiKeyPage({ items, nextCursor }: Page<ApiKeyView>): z.input<typeof apiKeyPage> {
  const toApiKey = (key: ApiKeyView) => ({
    id: key.id,
    name: key.name,
    scopes: key.scopes,
    created_by_name: key.createdByName,
    created_at: key.createdAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  });
  return { items: items.map(toApiKey), next_cursor: nextCursor };
}
