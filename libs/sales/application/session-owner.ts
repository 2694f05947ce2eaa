import { Actor, DomainError } from '@libs/kernel';
import { RegisterSession } from '../domain';

/**
 * A session is worked by the person it belongs to; who may sign for others may also wind up a till that was left.
 * @throws DomainError `session.not_yours` (forbidden)
 */
export function refuseStranger(session: RegisterSession, actor: Actor): void {
  if (session.facts.employeeId === actor.employeeId || actor.permissions.has('session.sign')) return;
  throw new DomainError('session.not_yours', 'forbidden');
}
