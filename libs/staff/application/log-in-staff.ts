import { Injectable } from '@nestjs/common';
import { Clock, DomainError, domainEvent, newId, Transactions } from '@libs/kernel';
import { EmployeeRepository, Journal, kindAt, mayWorkAt, SessionRepository, TabletStation } from '../domain';
import { Bars } from './bars';
import { Secrets } from './secrets';
import { VerifyPin } from './verify-pin';

export interface StaffLogin {
  readonly deviceId: string;
  readonly venueId: string;
  readonly employeeId: string;
  readonly station: TabletStation;
  /** Asked of everybody but at the bar. */
  readonly pin: string | null;
  /** Only at the bar. */
  readonly barId: string | null;
  readonly ip: string | null;
}

/** A session and the secret that stands for it, shown to nobody but the browser's cookie store. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly token: string;
}

/** Somebody picks their name on an enrolled tablet and proves by PIN who they are; at the bar being there is enough. */
@Injectable()
export class LogInStaff {
  constructor(
    private readonly transactions: Transactions,
    private readonly employees: EmployeeRepository,
    private readonly sessions: SessionRepository,
    private readonly journal: Journal,
    private readonly bars: Bars,
    private readonly secrets: Secrets,
    private readonly verifyPin: VerifyPin,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `staff.not_at_station`, `staff.bar_unknown`, and what {@link VerifyPin} throws */
  async execute(login: StaffLogin): Promise<OpenedSession> {
    const { deviceId, venueId, employeeId, station, ip } = login;
    const barId = station === 'bar' ? await this.knownBar(venueId, login.barId) : null;
    if (station !== 'bar') await this.verifyPin.execute(employeeId, login.pin ?? '', deviceId);
    const { name, roles, isActive } = (await this.employees.find(venueId, employeeId))?.state ?? NOBODY;
    if (!isActive || !mayWorkAt(station, roles)) throw new DomainError('staff.not_at_station', 'forbidden');
    const at = this.clock.now();
    const sessionId = newId(at.getTime());
    const token = this.secrets.newToken();
    const session = { id: sessionId, venueId, employeeId, deviceId, kind: kindAt(station), station, barId };
    const actor = { employeeId, employeeName: name, deviceId, ip };
    const data = { name, station, session_id: sessionId, bar_id: barId };
    await this.transactions.run(async (tx) => {
      await this.sessions.open(tx, this.secrets.hashOf(token), { ...session, createdAt: at });
      const event = { type: 'staff.logged_in', venueId, subjectId: employeeId, actor, data, occurredAt: at };
      await this.journal.write(tx, [domainEvent(event)]);
    });
    return { sessionId, token };
  }

  private async knownBar(venueId: string, barId: string | null): Promise<string> {
    if (barId === null || !(await this.bars.isOpen(venueId, barId))) {
      throw new DomainError('staff.bar_unknown', 'not_found');
    }
    return barId;
  }
}

const NOBODY = { name: '', roles: [], isActive: false };
