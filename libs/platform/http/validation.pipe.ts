import { StandardSchemaValidationPipe } from '@nestjs/common';
import { InputError } from './input-error';

/** Holds every body, query and parameter against the schema that its route declares. */
export const validationPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => new InputError(issues),
});
