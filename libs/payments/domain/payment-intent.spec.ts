import fc from 'fast-check';
import { Actor, newId } from '@libs/kernel';
import { INTENT_STATUSES, isFinal } from './intent-state';
import { Charge, Heard, NO_CHARGE_FACTS, PaymentIntent } from './payment-intent';

const now = new Date('2026-11-21T04:00:00Z');
const actor: Actor = {
  venueId: newId(),
  employeeId: newId(),
  employeeName: 'Ana',
  sessionId: newId(),
  deviceId: null,
  barId: null,
  ip: null,
  permissions: new Set(),
};

function begun(): PaymentIntent {
  const intent = PaymentIntent.begin(
    {
      ...{ id: newId(), venueId: actor.venueId, nightId: newId(), saleId: newId(), order: null, amount: 9_000 },
      till: { ...actor, registerId: newId(), registerSessionId: newId() },
      ...{ provider: 'getnet_terminal', fallbackOf: null, fallbackReason: null, reference: 'N1' },
      ...{ createdAt: now, expiresAt: new Date(now.getTime() + 300_000) },
    },
    actor,
  );
  intent.ready(now, null);
  return intent;
}
const charge = (amount = 9_000): Charge => ({ ...NO_CHARGE_FACTS, amount, authorizationCode: '123456' });
const heard = (outcome: Heard['outcome'], amount?: number): Heard => ({
  outcome,
  reason: null,
  charge: outcome === 'approved' ? charge(amount) : null,
});

describe('a payment intent', () => {
  it('is approved by what the terminal says', () => {
    const intent = begun();
    intent.start('agent', now);
    expect(intent.hear(heard('approved'), 'agent', now)).toBe('changed');
    expect(intent.facts).toMatchObject({ status: 'APPROVED', charge: { authorizationCode: '123456' } });
  });

  it('stays cancelled when the terminal approves after all, and is flagged for a person', () => {
    const intent = begun();
    intent.hear(heard('not_charged'), 'agent', now);
    expect(intent.hear(heard('approved'), 'agent', now)).toBe('flagged');
    expect(intent.facts).toMatchObject({ status: 'CANCELLED', flag: 'late_approval' });
    expect(intent.hear(heard('approved'), 'agent', now)).toBe('nothing');
  });

  it('is not paid by another amount than ours', () => {
    const intent = begun();
    expect(intent.hear(heard('approved', 90_000), 'agent', now)).toBe('flagged');
    expect(intent.facts).toMatchObject({ status: 'UNKNOWN', flag: 'amount_differs' });
  });

  it('can be resolved by a person only while nobody knows', () => {
    const intent = begun();
    const found = { authorizationCode: '777', reason: 'voucher en mano', authorizedBy: newId() };
    expect(() => intent.resolve('approved', found, actor, now)).toThrow('payment.not_unknown');
    intent.start('agent', now);
    intent.hear(heard('unknown'), 'clock', now);
    intent.resolve('approved', found, actor, now);
    expect(intent.facts).toMatchObject({ status: 'APPROVED', charge: { authorizationCode: '777', amount: 9_000 } });
  });

  it('never leaves a final state, whatever is said in whatever order, and never forgets an approval', () => {
    const outcomes = fc.constantFrom<Heard['outcome']>('approved', 'declined', 'not_charged', 'expired', 'unknown');
    fc.assert(
      fc.property(fc.array(outcomes, { maxLength: 12 }), (said) => {
        const intent = begun();
        let final: string | undefined;
        for (const outcome of said) {
          intent.hear(heard(outcome), 'agent', now);
          if (final) expect(intent.facts.status).toBe(final);
          if (isFinal(intent.facts.status)) final = intent.facts.status;
        }
        if (said.includes('approved')) {
          expect(intent.facts.status === 'APPROVED' || intent.facts.flag !== null).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('writes its history so that each line begins where the one before it ended', () => {
    const intent = begun();
    intent.start('agent', now);
    intent.hear(heard('unknown'), 'clock', now);
    intent.hear(heard('approved'), 'agent', now);
    const steps = intent.pullSteps();
    expect(steps.map((step) => step.to)).toEqual(['CREATED', 'READY', 'IN_PROGRESS', 'UNKNOWN', 'APPROVED']);
    expect(steps.slice(1).map((step) => step.from)).toEqual(steps.slice(0, -1).map((step) => step.to));
    expect(INTENT_STATUSES).toContain(intent.facts.status);
  });
});
