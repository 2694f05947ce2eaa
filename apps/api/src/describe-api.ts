import { NestFactory } from '@nestjs/core';
import { OpenAPIObject } from '@nestjs/swagger';
import { loadConfig, Log, SAMPLE_KEYS } from '@libs/platform';
import { AppModule } from './app.module';
import { openApiDocument } from './openapi';

/** The OpenAPI document without a database: the modules are looked at, not started. */
export async function describeApi(): Promise<OpenAPIObject> {
  const [PIN_PEPPER, QR_SECRET, DATA_KEY] = [...SAMPLE_KEYS];
  const config = loadConfig({ DATABASE_URL: 'postgres://none', PIN_PEPPER, QR_SECRET, DATA_KEY });
  const app = await NestFactory.create(AppModule.with(config, new Log('silent')), { preview: true, logger: false });
  app.setGlobalPrefix('api/v1');
  return openApiDocument(app);
}
