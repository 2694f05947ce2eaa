import { FAULT_KINDS, readFault } from './faults';
import type { TerminalSimulator } from './terminal-simulator';

export const ORDERS = `status                what the terminal is doing and what it has in memory
next FAULT [NUMBER]   what the next sale meets: ${FAULT_KINDS.join(', ')}
decline next [CODE]   the same as next decline
pin                   the guest types the PIN
cancel                the red key on the terminal
totals COUNT PESOS    the next totals are wrong by so many sales and pesos
power off | power on
help
`;

/** Carries out what a person typed or a program posted. @returns what to answer */
export function obey(terminal: TerminalSimulator, order: string): string {
  const words = order.trim().split(/\s+/);
  const [first, ...rest] = words;
  switch (first) {
    case 'status':
      return JSON.stringify(statusOf(terminal));
    case 'next':
      return failNext(terminal, rest);
    case 'decline':
      return failNext(terminal, ['decline', ...rest.filter((word) => word !== 'next')]);
    case 'pin':
      terminal.enterPin();
      return 'ok';
    case 'cancel':
      return terminal.pressCancel() ? 'cancelled' : 'nothing to cancel';
    case 'totals':
      return misreport(terminal, rest);
    case 'power':
      if (rest[0] === 'off') terminal.powerOff();
      else if (rest[0] === 'on') terminal.powerOn();
      else return 'power off or power on';
      return 'ok';
    default:
      return ORDERS.trimEnd();
  }
}

function failNext(terminal: TerminalSimulator, words: readonly string[]): string {
  const fault = readFault(words);
  if (!fault) return `not a fault: ${words.join(' ')}; one of ${FAULT_KINDS.join(', ')}`;
  terminal.failNext(fault);
  return `the next sale: ${JSON.stringify(fault)}`;
}

function misreport(terminal: TerminalSimulator, [count, amount]: readonly string[]): string {
  const by = { count: Number(count), amount: Number(amount) };
  if (!Number.isSafeInteger(by.count) || !Number.isSafeInteger(by.amount)) return 'totals COUNT PESOS, whole numbers';
  terminal.misreportTotals(by);
  return `the next totals are wrong by ${JSON.stringify(by)}`;
}

function statusOf(terminal: TerminalSimulator) {
  const { isOn, isBusy, memory, commands, violations } = terminal;
  return { on: isOn, busy: isBusy, sales: memory.batch, commands: commands.length, violations };
}
