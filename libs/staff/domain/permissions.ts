export const ROLES = ['cashier', 'bartender', 'wardrobe', 'door', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

const CASHIER = ['sale.place', 'register.operate', 'cash.move', 'ticket.print'] as const;
const BARTENDER = ['ticket.scan', 'ticket.deliver'] as const;
const DOOR = ['door.admit'] as const;
const SUPERVISOR = [
  ...CASHIER,
  ...BARTENDER,
  ...DOOR,
  'sale.cancel',
  'courtesy.grant',
  'session.sign',
  'session.see_expected',
  'ticket.allow',
  'ticket.read',
  'report.read',
  'sale.read',
  'payment.read',
  'payment.resolve',
  'payment.refund',
  'staff.unlock',
  'wallet.adjust',
  'door.undo',
  'guestlist.manage',
  'entry.read',
  'customer.confirm',
] as const;
const ADMIN = [
  ...SUPERVISOR,
  'night.manage',
  'catalog.manage',
  'inventory.manage',
  'register.manage',
  'staff.manage',
  'device.manage',
  'agent.manage',
  'api_key.manage',
  'audit.read',
  'venue.manage',
  'customer.manage',
  'wallet.manage',
  'entry.manage',
] as const;

/** Everything that a person may be allowed to do. */
export const PERMISSIONS = ADMIN;
export type Permission = (typeof PERMISSIONS)[number];

const BY_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  cashier: CASHIER,
  bartender: BARTENDER,
  wardrobe: [],
  door: DOOR,
  supervisor: SUPERVISOR,
  admin: ADMIN,
};

/** What these roles allow together. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => BY_ROLE[role]));
}

/** The roles of which any one gives this permission. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => BY_ROLE[role].includes(permission));
}
