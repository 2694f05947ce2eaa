import { DomainError, Transaction } from '@libs/kernel';
import { Night, NightRepository } from '../domain';

/** @throws DomainError `night.not_found`, also for a night of another house */
export async function nightOf(nights: NightRepository, tx: Transaction, venueId: string, id: string): Promise<Night> {
  const night = await nights.find(tx, venueId, id);
  if (!night) throw new DomainError('night.not_found', 'not_found');
  return night;
}

/** @throws DomainError `night.person_not_found` when one of them does not belong to the house */
export async function refuseStrangers(
  nights: NightRepository,
  tx: Transaction,
  venueId: string,
  ids: readonly string[] = [],
): Promise<void> {
  if (ids.length === 0) return;
  const strangers = await nights.strangers(tx, venueId, ids);
  if (strangers.length > 0) throw new DomainError('night.person_not_found', 'not_found');
}
