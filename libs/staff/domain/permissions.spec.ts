import { Permission, PERMISSIONS, permissionsOf, Role, ROLES, rolesWith } from './permissions';
import { mayWorkAt, sessionPermissions } from './station';

const BACK_OFFICE: Permission[] = [
  'night.manage',
  'catalog.manage',
  'inventory.manage',
  'register.manage',
  'staff.manage',
  'device.manage',
  'api_key.manage',
  'audit.read',
  'venue.manage',
  'customer.manage',
  'wallet.manage',
  'entry.manage',
];

describe('what a person may do', () => {
  it('adds up over roles', () => {
    expect([...permissionsOf(['cashier', 'bartender'])].sort()).toEqual(
      ['sale.place', 'register.operate', 'cash.move', 'ticket.print', 'ticket.scan', 'ticket.deliver'].sort(),
    );
    expect([...permissionsOf(['door', 'wardrobe'])]).toEqual(['door.admit']);
  });

  it('gives the supervisor all of cashier and bartender, and the admin everything', () => {
    const supervisor = permissionsOf(['supervisor']);
    for (const permission of permissionsOf(['cashier', 'bartender'])) expect(supervisor).toContain(permission);
    expect([...permissionsOf(['admin'])]).toEqual([...PERMISSIONS]);
  });

  it('keeps the back office for the admin', () => {
    for (const permission of BACK_OFFICE) expect(rolesWith(permission)).toEqual(['admin']);
  });
});

describe('what a session may do', () => {
  it('gives at the bar only what a bartender may, whoever stands there', () => {
    for (const role of ROLES) {
      expect([...sessionPermissions('bartender', [role])].sort()).toEqual(['ticket.deliver', 'ticket.scan']);
    }
  });

  it('never opens the back office on a tablet', () => {
    const onTablet = sessionPermissions('staff', ['admin', 'cashier']);
    expect(onTablet).toEqual(permissionsOf(['supervisor']));
    for (const permission of BACK_OFFICE) expect(onTablet).not.toContain(permission);
  });

  it('gives everything to an admin who entered by password', () => {
    expect(sessionPermissions('admin', ['admin']).size).toBe(PERMISSIONS.length);
  });
});

it.each<[Role, boolean[]]>([
  ['cashier', [false, true, false, false, false]],
  ['bartender', [false, false, true, false, false]],
  ['wardrobe', [false, false, false, true, false]],
  ['door', [false, false, false, false, true]],
  ['supervisor', [false, true, true, true, true]],
  ['admin', [true, true, true, true, true]],
])('knows where a %s works', (role, expected) => {
  const stations = ['admin', 'register', 'bar', 'wardrobe', 'door'] as const;
  expect(stations.map((station) => mayWorkAt(station, [role]))).toEqual(expected);
});
