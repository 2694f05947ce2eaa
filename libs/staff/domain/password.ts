import { DomainError } from '@libs/kernel';

const MIN_LENGTH = 12;

/** How a username is kept and compared. */
export function normalUsername(username: string): string {
  return username.trim().toLowerCase();
}

/** @throws DomainError `password.too_short`, `password.is_username`, `password.trivial` */
export function checkPassword(password: string, username: string): void {
  if ([...password].length < MIN_LENGTH) throw new DomainError('password.too_short', 'invalid', { min: MIN_LENGTH });
  if (normalUsername(password) === normalUsername(username)) throw new DomainError('password.is_username', 'invalid');
  if (new Set(password.toLowerCase()).size < 5) throw new DomainError('password.trivial', 'invalid');
}
