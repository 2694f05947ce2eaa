import { Money } from '@libs/kernel';

/** Whether a person who may grant courtesies can give this one away without asking anybody. */
export function withinBudget(spent: number, value: Money, budget: number): boolean {
  return spent + value.pesos <= budget;
}
