import { messageFor } from './faults';
import type { SaleMemory, StoredSale } from './memory';
import type { Json } from './wire';

export interface Identity {
  readonly commerceCode: number;
  readonly terminalId: string;
}

/** Builds the reply to every command but a sale, in the documented shapes. */
export class Replies {
  private wrongBy = { count: 0, amount: 0 };

  constructor(
    private readonly memory: SaleMemory,
    private readonly identity: Identity,
    private readonly now: () => Date,
  ) {}

  /** The next totals are wrong by so many sales and pesos. */
  misreportTotals(by: { readonly count: number; readonly amount: number }): void {
    this.wrongBy = by;
  }

  /** @returns the reply; what it says about money is done by then */
  to(command: Json): Json {
    const id = Number(command.Command);
    switch (id) {
      case 101:
        return this.voucher(id, this.memory.last);
      case 102:
        return this.refund(command);
      case 103:
        this.memory.close();
        return { ...common(id), ...this.identityFields(), Success: true };
      case 104:
        return { ...common(id), ...this.totals() };
      case 105:
        return { ...common(id), SaleDetails: this.memory.batch.map((sale) => this.sale(100, sale)) };
      case 106:
        return { ...common(id), Connected: true };
      case 107:
        return { ...common(id), ChangeToNormalMode: true };
      case 108:
        return this.giveBack(command);
      case 109:
        return this.voucher(id, this.memory.find(Number(command.OperationId)) ?? null);
      case 110:
        return { ...common(id), SaleDetails: this.bySeller(Number(command.EmployeeId)) };
      case 111:
        return { ...common(id), TipReport: this.tips(Number(command.EmployeeId)) };
      case 113:
        return { ...common(id), SaleType: command.SaleType ?? 0 };
      case 114:
        return { ...common(id), ...this.parameters() };
      case 115:
        return {
          ...common(id),
          Connected: true,
          Company: 'Demo',
          ApnSim: 'demo',
          Imei: '',
          Rssi: -70,
          BatteryPercentage: 80,
        };
      default:
        return common(id, 12);
    }
  }

  /** The fields of a sale; `Last4Digits` is a text here and a number in vouchers. */
  sale(functionCode: number, sale: StoredSale): Json {
    return {
      ...common(functionCode),
      ...this.identityFields(),
      Ticket: sale.ticket,
      AuthorizationCode: sale.authorizationCode,
      Amount: sale.amount,
      SharesNumber: 0,
      SharesAmount: 0,
      Last4Digits: sale.last4,
      OperationId: sale.operationId,
      CardType: sale.cardType,
      AccountingDate: '',
      AccountNumber: '',
      CardBrand: sale.cardBrand,
      RealDate: sale.realDate,
      EmployeeId: sale.employeeId,
      Tip: sale.tip,
      SaleType: sale.saleType,
      PosMode: 1,
      Cashback: 0,
    };
  }

  private voucher(functionCode: number, sale: StoredSale | null): Json {
    if (!sale) return common(functionCode, 11);
    return { ...this.sale(functionCode, sale), Last4Digits: Number(sale.last4) };
  }

  private refund(command: Json): Json {
    const sale = this.memory.find(Number(command.OperationId));
    const code = !sale ? 5 : sale.refunded ? 4 : sale.cardType === 'DB' ? 8 : 0;
    if (sale && code === 0) this.memory.refund(sale);
    return this.reversal(102, code, sale);
  }

  private giveBack(command: Json): Json {
    const amount = Number(command.Amount);
    const sale = this.memory.findByAuthorization(String(command.AuthorizationCode));
    const left = sale && !sale.refunded ? sale.amount - sale.returned : 0;
    const code = !sale ? 5 : amount <= 0 ? 72 : amount > left ? 1 : 0;
    if (sale && code === 0) this.memory.giveBack(sale, amount);
    return { ...this.reversal(108, code, sale), DateTime: stamp(this.now()) };
  }

  private reversal(functionCode: number, code: number, sale: StoredSale | undefined): Json {
    const about = sale ? { AuthorizationCode: sale.authorizationCode, OperationId: sale.operationId } : {};
    return { ...common(functionCode, code), ...this.identityFields(), ...about, Success: code === 0 };
  }

  private totals(): Json {
    const { batch } = this.memory;
    const { wrongBy } = this;
    this.wrongBy = { count: 0, amount: 0 };
    const pair = (name: string, sales: readonly StoredSale[]) => ({
      [`Count${name}`]: sales.length,
      [`Total${name}`]: sum(sales.map(({ amount }) => amount)),
    });
    const none = ['PrepaidSales', 'QrCreditSales', 'QrDebitSales', 'QrPrepaidSales', 'CashSales', 'CashSalesOff'];
    const cancelled = batch.filter(({ refunded }) => refunded);
    const credit = batch.filter(({ cardType }) => cardType === 'CR');
    return {
      TxCount: batch.length + wrongBy.count,
      TxTotal: sum(batch.map(({ amount }) => amount)) + wrongBy.amount,
      CountCreditSales: credit.length + wrongBy.count,
      TotalCreditSales: sum(credit.map(({ amount }) => amount)) + wrongBy.amount,
      ...pair(
        'DebitSales',
        batch.filter(({ cardType }) => cardType === 'DB'),
      ),
      ...Object.fromEntries(none.flatMap((name) => Object.entries(pair(name, [])))),
      ...pair('CancelCredit', cancelled),
      CountTips: batch.filter(({ tip }) => tip > 0).length,
      TotalTips: sum(batch.map(({ tip }) => tip)),
      CountReturns: batch.filter(({ returned }) => returned > 0).length,
      TotalReturns: sum(batch.map(({ returned }) => returned)),
    };
  }

  private bySeller(employeeId: number): readonly Json[] {
    return this.memory.batch
      .filter((sale) => sale.employeeId === employeeId)
      .map((sale) => ({
        Date: sale.realDate,
        EmployeeId: sale.employeeId,
        Ticket: sale.ticket,
        Amount: sale.amount,
        Nc: 0,
        Tc: sale.cardType === 'CR' ? 1 : 0,
        Tx: 1,
      }));
  }

  private tips(employeeId: number): readonly Json[] {
    const sales = this.memory.batch.filter((sale) => sale.employeeId === employeeId);
    if (sales.length === 0) return [];
    return [
      {
        EmployeeId: employeeId,
        Tx: sales.length,
        Sales: sum(sales.map(({ amount }) => amount)),
        Tips: sum(sales.map(({ tip }) => tip)),
      },
    ];
  }

  private parameters(): Json {
    return {
      ApplicationName: 'Simulator',
      Version: '1.0',
      Model: 'Simulator',
      Sn: this.identity.terminalId,
      CommunicationType: 'ETHERNET',
      TerminalId: this.identity.terminalId,
      Tip: false,
      Ticket: true,
      Employee: true,
      VoucherAsTicket: false,
      Return: true,
      MinimumAmount: 50,
    };
  }

  private identityFields(): Json {
    return { CommerceCode: this.identity.commerceCode, TerminalId: this.identity.terminalId };
  }
}

/** The three fields of every reply. */
export function common(functionCode: number, code = 0): Json {
  return { FunctionCode: functionCode, ResponseCode: code, ResponseMessage: messageFor(code) };
}

/** Local time as terminals write it. */
export function stamp(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
