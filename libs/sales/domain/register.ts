import { DomainError } from '@libs/kernel';
import { CardProvider, PaymentMethod } from './payment';

export const REGISTER_TYPES = ['bar', 'door', 'kiosk', 'wardrobe', 'mobile', 'vip'] as const;
export type RegisterType = (typeof REGISTER_TYPES)[number];

/** What can be set on a till. */
export interface RegisterSettings {
  readonly name: string;
  readonly place: string;
  readonly type: RegisterType;
  readonly locationId: string;
  /** Empty: all categories. */
  readonly allowedCategoryIds: readonly string[];
  readonly allowedMethods: readonly PaymentMethod[];
  /** Who takes cards here; null: the cashier types a voucher's number. */
  readonly primaryProvider: CardProvider | null;
  /** Tried when it is certain that the primary charged nothing. */
  readonly backupProvider: CardProvider | null;
  /** Its sales are tests: no revenue, no stock. */
  readonly isTest: boolean;
  /** Pesos a session should begin with; 0 when the house suggests nothing. */
  readonly suggestedFloat: number;
  readonly printerHost: string | null;
  readonly printerPort: number;
  readonly isActive: boolean;
}

export interface Register extends RegisterSettings {
  readonly id: string;
  readonly venueId: string;
}

/** @throws DomainError `register.providers_invalid` (conflict): a backup stands in for another provider */
export function checkProviders({ primaryProvider, backupProvider }: RegisterSettings): void {
  if (backupProvider !== null && (primaryProvider === null || primaryProvider === backupProvider)) {
    throw new DomainError('register.providers_invalid', 'conflict');
  }
}

/** A register's settings as the audit trail keeps them. */
export function registerData(settings: RegisterSettings): Record<string, unknown> {
  return {
    name: settings.name,
    place: settings.place,
    type: settings.type,
    location_id: settings.locationId,
    allowed_category_ids: settings.allowedCategoryIds,
    allowed_methods: settings.allowedMethods,
    primary_provider: settings.primaryProvider,
    backup_provider: settings.backupProvider,
    is_test: settings.isTest,
    suggested_float: settings.suggestedFloat,
    printer_host: settings.printerHost,
    printer_port: settings.printerPort,
    is_active: settings.isActive,
  };
}
