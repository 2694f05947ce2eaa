import { OpenAPIObject } from '@nestjs/swagger';

/** A route, as the API's own document describes it. */
export interface Route {
  readonly method: string;
  /** `/sales/{id}`, below /api/v1. */
  readonly path: string;
  readonly access: {
    readonly kind: 'public' | 'device' | 'agent' | 'customer' | 'session';
    readonly any_of?: readonly string[];
  };
  readonly needsKey: boolean;
  /** Names and schemas of the body's fields; undefined without a body. */
  readonly fields?: Readonly<Record<string, Schema>>;
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
}

export interface Schema {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly 'x-access'?: Route['access'];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every route of the document. */
export function routesOf(document: OpenAPIObject): Route[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => {
      const operation = (item as unknown as Record<string, Operation>)[method] as Operation;
      const parameters = operation.parameters ?? [];
      const body = operation.requestBody?.content['application/json']?.schema;
      const fields = body && resolve(document, body).properties;
      return {
        method: method.toUpperCase(),
        path: path.replace('/api/v1', ''),
        access: operation['x-access'] ?? { kind: 'session' as const, any_of: [] },
        needsKey: parameters.some((parameter) => parameter.name === 'Idempotency-Key'),
        query: parameters.filter((parameter) => parameter.in === 'query'),
        ...(fields ? { fields } : {}),
      };
    }),
  );
}

function resolve(document: OpenAPIObject, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (document.components?.schemas?.[name] ?? {});
}

/** The path with every `{…}` filled in. */
export function filled(path: string, value: string): string {
  return path.replace(/\{\w+\}/g, value);
}
