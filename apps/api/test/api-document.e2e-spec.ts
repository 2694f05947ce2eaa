import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '../src/describe-api';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: object }>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

describe('the API document', () => {
  let document: OpenAPIObject;
  let operations: (readonly [string, Operation])[];

  beforeAll(async () => {
    document = JSON.parse(JSON.stringify(await describeApi())) as OpenAPIObject;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as unknown as Record<string, Operation>).map(
        ([method, operation]) => [`${method} ${path}`, operation] as const,
      ),
    );
  });

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1/);
  });

  it('passes a linter that is not ours', async () => {
    // Ids are UUIDs or numbers, never words: /rewards/catalogue is no reward's address.
    const config = await createConfig({ extends: ['recommended'], rules: { 'no-ambiguous-paths': 'off' } });
    const found = await lintFromString({ source: JSON.stringify(document), config });
    expect(found.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  it('is what the typed client was generated from', () => {
    const root = join(__dirname, '../../..');
    const check = spawnSync(process.execPath, ['dist/tools/openapi.js', '--check'], { cwd: root, encoding: 'utf8' });
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });

  it('says of every route what it does, and what a refusal looks like', () => {
    for (const [route, operation] of operations) {
      expect({ route, summary: operation.summary }).toEqual({
        route,
        summary: expect.stringMatching(/.{8,}/) as string,
      });
      expect({ route, refusal: operation.responses['4XX']?.content }).toEqual({
        route,
        refusal: expect.anything() as object,
      });
    }
  });

  it('names every operation once', () => {
    const names = operations.map(([, operation]) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('declares exactly the path parameters that a path has', () => {
    for (const [route, operation] of operations) {
      const declared = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
      const inPath = [...route.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect({ route, declared: declared.sort() }).toEqual({ route, declared: inPath.sort() });
    }
  });

  it('resolves every reference', () => {
    const names = Object.keys(document.components?.schemas ?? {});
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    );
    expect(references.filter((name) => !names.includes(name ?? ''))).toEqual([]);
  });
});
