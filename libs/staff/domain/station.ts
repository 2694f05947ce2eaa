import { Permission, permissionsOf, Role } from './permissions';

export const STATIONS = ['admin', 'register', 'bar', 'wardrobe', 'door'] as const;
export type Station = (typeof STATIONS)[number];
/** Where a person works on a tablet. */
export type TabletStation = Exclude<Station, 'admin'>;

/** How the person proved who they are: password, PIN, or by nothing but standing at an enrolled tablet. */
export type SessionKind = 'admin' | 'staff' | 'bartender';

const ROLES_AT: Readonly<Record<Station, readonly Role[]>> = {
  admin: ['admin'],
  register: ['cashier', 'supervisor', 'admin'],
  bar: ['bartender', 'supervisor', 'admin'],
  wardrobe: ['wardrobe', 'supervisor', 'admin'],
  door: ['door', 'supervisor', 'admin'],
};

/** The roles of which any one lets a person work there. */
export function rolesAt(station: Station): readonly Role[] {
  return ROLES_AT[station];
}

export function mayWorkAt(station: Station, roles: readonly Role[]): boolean {
  return roles.some((role) => ROLES_AT[station].includes(role));
}

export function kindAt(station: TabletStation): SessionKind {
  return station === 'bar' ? 'bartender' : 'staff';
}

/**
 * What a session may do with its person's roles of this moment. Nobody proved more than standing at the bar's tablet
 * gets more than a bartender may, and a PIN on a tablet in the club never opens the back office.
 */
export function sessionPermissions(kind: SessionKind, roles: readonly Role[]): ReadonlySet<Permission> {
  if (kind === 'admin') return permissionsOf(roles);
  if (kind === 'bartender') return permissionsOf(['bartender']);
  return permissionsOf(roles.map((role) => (role === 'admin' ? 'supervisor' : role)));
}
