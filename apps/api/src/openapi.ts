import { INestApplication } from '@nestjs/common';
import { DocumentBuilder, OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

/** The OpenAPI 3.1 document of all controllers, the source of the typed client. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Noche')
    .setVersion('1')
    .setDescription(
      'Venue platform for nightclubs. Amounts are whole pesos, times ISO-8601 UTC, errors RFC 9457 problems with a stable code.',
    )
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addCookieAuth('noche-pos', { type: 'apiKey', in: 'cookie' }, 'session')
    .addCookieAuth('noche-device', { type: 'apiKey', in: 'cookie' }, 'device')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'agent')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'customer')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, 'app')
    .build();
  config.openapi = '3.1.0';
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    standardSchemaConverter: convert,
  });
  sayWhatIsOpen(document);
  return document;
}

/** A route that asks for no proof says so: a document that is silent about it reads as one that forgot. */
function sayWhatIsOpen({ paths }: OpenAPIObject): void {
  for (const path of Object.values(paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation) operation.security ??= [];
    }
  }
}

/** Serves the document and a page to try it. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/v1/openapi.json' });
}

type Converted = { schema: unknown; components?: Record<string, unknown> };

/** A schema with an id of its own becomes a named component. */
function convert(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }): Converted | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const json = z.toJSONSchema(schema, { io: schemaType, target: 'draft-2020-12' });
  const { $schema: _dialect, $defs = {}, ...root } = json;
  return { schema: root, components: $defs };
}
