import { Customer } from './customer';

const AT = new Date('2026-11-21T02:00:00Z');
const LATER = new Date('2026-11-22T02:00:00Z');
const act = { by: { employeeId: null, employeeName: null, deviceId: null, ip: null }, at: LATER };
const PERSONAL = { name: 'Ana Rojas', phone: '+56 9 8765 4321', rut: '12345678-5', birthDate: '1990-05-01' };
const EMAIL = 'ana@example.com';

const registered = (): Customer =>
  Customer.register(
    {
      ...{ ...PERSONAL, email: EMAIL, passwordHash: 'hash', venueId: '01900000-0000-7000-8000-000000000001' },
      ...{ termsAcceptedAt: AT, acceptsMarketing: true },
    },
    act,
  );

describe('a customer', () => {
  it('agrees to the terms at a known time, to advertising only if they say so, and may take that back', () => {
    const customer = registered();
    expect(customer.state).toMatchObject({ termsAcceptedAt: AT, marketingAcceptedAt: AT });
    customer.change({}, false, act);
    expect(customer.state.marketingAcceptedAt).toBeNull();
    expect(customer.pullConsents()).toEqual([
      { kind: 'terms', granted: true, at: AT },
      { kind: 'marketing', granted: true, at: AT },
      { kind: 'marketing', granted: false, at: LATER },
    ]);
  });

  it('that changes nothing tells nothing', () => {
    const customer = registered();
    customer.pullEvents();
    customer.change({ name: PERSONAL.name }, true, act);
    expect(customer.pullEvents()).toEqual([]);
  });

  it('raises the version of its tokens with a new password, with being shut out and with being deleted', () => {
    const customer = registered();
    customer.setPassword('other', 'changed', act);
    customer.setPassword('third', 'reset', act);
    customer.disable('pelea en la puerta', act);
    customer.disable('pelea en la puerta', act);
    expect(customer.state).toMatchObject({ tokenVersion: 4, isActive: false });
    customer.enable(act);
    customer.erase(act);
    expect(customer.state).toMatchObject({ tokenVersion: 5, isActive: false });
    expect(() => customer.enable(act)).toThrow(expect.objectContaining({ code: 'customer.deleted' }));
  });

  it('leaves nothing of who it was behind, neither in the row nor in what was told', () => {
    const customer = registered();
    customer.change({ name: 'Ana María Rojas', phone: '+56 9 1111 2222' }, undefined, act);
    customer.erase(act);
    const left = JSON.stringify([customer.state, customer.pullEvents()]);
    for (const trace of ['Ana', 'Rojas', '8765', '1111', '12345678', '1990', EMAIL, 'hash"']) {
      expect(left).not.toContain(trace);
    }
  });
});
