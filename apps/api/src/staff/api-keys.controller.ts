import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import { CreateApiKey, RevokeApiKey } from '@libs/staff/application';
import { ApiKeyQueries } from '@libs/staff/infrastructure';
import { apiKeyPage, apiKeysQuery, madeApiKeyWire, newApiKeyBody, toApiKeyPage } from './api-keys.dto';

/** Static keys of apps that are built without code. */
@ApiTags('staff')
@Controller('api-keys')
@Allow('api_key.manage')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeyQueries,
    private readonly createApiKey: CreateApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  @Post()
  @Answers({
    summary: 'Make a key for an app; it is shown this once',
    description:
      'It opens only what everybody may read, of this house and within its scopes: an app sends it as X-Api-Key. It is counted by key, with ten times the limit of an address.',
    body: madeApiKeyWire,
    status: 201,
  })
  create(@Caller() caller: Principal, @Body({ schema: newApiKeyBody }) body: z.output<typeof newApiKeyBody>) {
    return this.createApiKey.execute(caller, body);
  }

  @Get()
  @Answers({ summary: 'Keys of apps, the newest first, revoked ones too', body: apiKeyPage })
  async list(
    @Caller() caller: Principal,
    @Query({ schema: apiKeysQuery }) { limit, cursor }: z.output<typeof apiKeysQuery>,
  ) {
    return toApiKeyPage(await this.keys.list(caller.venueId, limit, cursor));
  }

  @Delete(':id')
  @Answers({ summary: 'Revoke a key, at once and for good', refusals: { 404: 'api_key.unknown' } })
  async revoke(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: z.output<typeof idParam>) {
    await this.revokeApiKey.execute(caller, id);
  }
}
