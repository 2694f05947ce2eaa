import { Injectable } from '@nestjs/common';
import { Actor, DomainError, Money, Transaction } from '@libs/kernel';
import { SaleRepository, withinBudget } from '../domain';
import { Approvals } from './ports';

export interface CourtesyAsked {
  readonly actor: Actor;
  readonly nightId: string;
  readonly value: Money;
  /** Pesos a person may give away in a night on their own say. */
  readonly budget: number;
  readonly stepUpToken: string | undefined;
}

/** Who answers for a sale that costs nothing: the seller within a budget, or another person with their PIN. */
@Injectable()
export class GrantCourtesy {
  constructor(
    private readonly sales: SaleRepository,
    private readonly approvals: Approvals,
  ) {}

  /**
   * @returns the id of who grants it
   * @throws DomainError `sale.courtesy_not_allowed`, `sale.courtesy_over_budget` (forbidden; facts leftAmount): both
   *   ask for a step-up
   */
  async execute(tx: Transaction, asked: CourtesyAsked): Promise<string> {
    const { actor, nightId, value, budget, stepUpToken } = asked;
    if (stepUpToken !== undefined) return this.approvals.use(tx, stepUpToken, 'courtesy.grant', actor);
    if (!actor.permissions.has('courtesy.grant')) throw new DomainError('sale.courtesy_not_allowed', 'forbidden');
    const spent = await this.sales.courtesySpent(tx, nightId, actor.employeeId);
    if (!withinBudget(spent, value, budget)) {
      throw new DomainError('sale.courtesy_over_budget', 'forbidden', { leftAmount: Math.max(0, budget - spent) });
    }
    return actor.employeeId;
  }
}
