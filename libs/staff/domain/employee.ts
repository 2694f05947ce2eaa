import { ActorRef, AggregateRoot, domainEvent, newId } from '@libs/kernel';
import { Role } from './permissions';

export interface BankDetails {
  readonly name: string;
  readonly accountType: string;
  readonly accountNumber: string;
}

/** What the house keeps of a person. */
export interface EmployeeDetails {
  readonly name: string;
  /** As {@link Rut} keeps it. */
  readonly rut: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
  readonly bank: BankDetails | null;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
}

export interface EmployeeState extends EmployeeDetails {
  readonly id: string;
  readonly venueId: string;
  readonly pinHash: string | null;
}

/** How events name what is kept: as the API does. */
const WIRE: Readonly<Record<keyof EmployeeDetails, string>> = {
  name: 'name',
  rut: 'rut',
  email: 'email',
  phone: 'phone',
  birthDate: 'birth_date',
  bank: 'bank',
  roles: 'roles',
  isActive: 'is_active',
};

/** Who acts and when. */
export interface Act {
  readonly by: ActorRef;
  readonly at: Date;
}

/** A staff member. The id never changes and is never given to somebody else. */
export class Employee extends AggregateRoot {
  private constructor(private current: EmployeeState) {
    super();
  }

  static hire(venueId: string, details: Omit<EmployeeDetails, 'isActive'>, { by, at }: Act): Employee {
    const employee = new Employee({ ...details, isActive: true, id: newId(at.getTime()), venueId, pinHash: null });
    employee.tell('staff.employee_hired', { after: onWire(details) }, { by, at });
    return employee;
  }

  static restore(state: EmployeeState): Employee {
    return new Employee(state);
  }

  get state(): EmployeeState {
    return this.current;
  }

  get id(): string {
    return this.current.id;
  }

  /** Whether the person leads the house: may enter the back office. */
  get isAdmin(): boolean {
    return this.current.isActive && this.current.roles.includes('admin');
  }

  /** Takes over what differs; nothing different, nothing told. */
  change(changes: Partial<EmployeeDetails>, act: Act): void {
    const before: Record<string, unknown> = {};
    const after: Record<string, unknown> = {};
    for (const name of Object.keys(changes) as (keyof EmployeeDetails)[]) {
      if (JSON.stringify(changes[name]) === JSON.stringify(this.current[name])) continue;
      before[WIRE[name]] = told(this.current[name]);
      after[WIRE[name]] = told(changes[name]);
    }
    if (Object.keys(after).length === 0) return;
    this.current = { ...this.current, ...changes };
    this.tell('staff.employee_changed', { before, after }, act);
  }

  /** @param pinHash of a PIN that passed the policy */
  setPin(pinHash: string, act: Act): void {
    this.current = { ...this.current, pinHash };
    this.tell('staff.pin_set', {}, act);
  }

  private tell(type: string, data: Record<string, unknown>, { by, at }: Act): void {
    const { venueId, id, name } = this.current;
    this.record(domainEvent({ type, venueId, subjectId: id, actor: by, data: { name, ...data }, occurredAt: at }));
  }
}

function onWire(details: Partial<EmployeeDetails>): Record<string, unknown> {
  const names = Object.keys(details) as (keyof EmployeeDetails)[];
  return Object.fromEntries(names.map((name) => [WIRE[name], told(details[name])]));
}

function told(value: EmployeeDetails[keyof EmployeeDetails] | undefined): unknown {
  if (typeof value !== 'object' || value === null || !('accountType' in value)) return value;
  return { name: value.name, account_type: value.accountType, account_number: value.accountNumber };
}
