import type { JsonObject } from '../getnet/envelope';
import { ApiError, OPERATION_KINDS, type Operation, type OperationKind } from './agent-api';

/** @throws ApiError when the API asks for something this version does not understand; guessing would move money */
export function readOperation(body: JsonObject): Operation {
  const { id, kind, fence } = body;
  if (typeof id !== 'string' || !isKind(kind) || typeof fence !== 'number' || !Number.isSafeInteger(fence)) {
    throw new ApiError('unavailable', 'the API handed out an operation that this version does not understand');
  }
  return {
    id,
    kind,
    fence,
    // Anything but a clear "new" is treated as perhaps sent.
    recover: body.recover !== false,
    amount: wholePesos(body.amount),
    ticketNumber: typeof body.ticket_number === 'string' ? body.ticket_number : null,
    employeeNumber: typeof body.employee_number === 'number' ? body.employee_number : 0,
    printOnPos: body.print_on_pos === true,
    operationNumber: wholePesos(body.operation_number),
    authorizationCode: typeof body.authorization_code === 'string' ? body.authorization_code : null,
    cancelRequested: body.cancel_requested === true,
  };
}

function isKind(value: unknown): value is OperationKind {
  return OPERATION_KINDS.some((kind) => kind === value);
}

function wholePesos(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
