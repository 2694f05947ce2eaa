import type { StandardSchemaV1 } from '@standard-schema/spec';
import { z } from 'zod';
import { Language } from './request';

/** One wrong field, as the API reports it. */
export interface FieldError {
  /** JSON pointer (RFC 6901) to the field. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Input that does not fit its schema. */
export class InputError extends Error {
  constructor(readonly issues: readonly StandardSchemaV1.Issue[]) {
    super('input.invalid');
  }

  fields(language: Language): FieldError[] {
    return (this.issues as readonly z.core.$ZodIssue[]).flatMap((issue) => toFields(issue, language));
  }
}

const DETAILS: Record<string, Record<Language, string>> = {
  unrecognized_keys: { es: 'Campo desconocido.', en: 'Unknown field.' },
  invalid_type: { es: 'Falta o no es del tipo esperado.', en: 'Missing or not of the expected type.' },
  too_small: { es: 'Está por debajo del mínimo.', en: 'Below the minimum.' },
  too_big: { es: 'Está por encima del máximo.', en: 'Above the maximum.' },
  invalid_format: { es: 'No tiene el formato esperado.', en: 'Not in the expected format.' },
  invalid_value: { es: 'No es uno de los valores permitidos.', en: 'Not one of the allowed values.' },
  invalid_union: { es: 'No corresponde a ninguna de las formas permitidas.', en: 'Fits none of the allowed shapes.' },
  not_multiple_of: { es: 'No es un número entero.', en: 'Not a whole number.' },
  invalid_key: { es: 'Clave no permitida.', en: 'Key not allowed.' },
  custom: { es: 'No es válido.', en: 'Not valid.' },
};

function toFields(issue: z.core.$ZodIssue, language: Language): FieldError[] {
  const code = `input.${issue.code}`;
  const detail = (DETAILS[issue.code] ?? DETAILS['custom'])?.[language] ?? '';
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({ pointer: toPointer(path), code, detail }));
}

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
