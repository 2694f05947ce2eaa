import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { actorRef } from '@libs/kernel';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import { ChangeEmployee, HireEmployee, SetAdminAccount, SetPin, UnlockEmployee } from '@libs/staff/application';
import { EmployeeQueries } from '@libs/staff/infrastructure';
import {
  adminAccountBody,
  changeEmployeeBody,
  employeePage,
  employeesQuery,
  employeeWire,
  hireBody,
  setPinBody,
  toChangedDetails,
  toEmployee,
  toEmployeePage,
  toNewDetails,
} from './employees.dto';

const UNKNOWN = { 404: 'staff.employee_unknown' };
type Id = z.output<typeof idParam>;

/** The people who work here. */
@ApiTags('staff')
@Controller('employees')
export class EmployeesController {
  constructor(
    private readonly employees: EmployeeQueries,
    private readonly hireEmployee: HireEmployee,
    private readonly changeEmployee: ChangeEmployee,
    private readonly setPin: SetPin,
    private readonly unlockEmployee: UnlockEmployee,
    private readonly setAdminAccount: SetAdminAccount,
  ) {}

  @Get()
  @Allow('staff.manage')
  @Answers({ summary: 'People by name', body: employeePage })
  async list(@Caller() caller: Principal, @Query({ schema: employeesQuery }) query: z.output<typeof employeesQuery>) {
    return toEmployeePage(await this.employees.list(caller.venueId, query));
  }

  @Post()
  @Allow('staff.manage')
  @Answers({ summary: 'Hire somebody', body: employeeWire, status: 201, refusals: { 409: 'staff.rut_taken' } })
  async hire(@Caller() caller: Principal, @Body({ schema: hireBody }) body: z.output<typeof hireBody>) {
    const { venueId } = caller;
    const given = { venueId, by: actorRef(caller), details: toNewDetails(body), pin: body.pin ?? null };
    return toEmployee(await this.employees.one(venueId, await this.hireEmployee.execute(given)));
  }

  @Get(':id')
  @Allow('staff.manage')
  @Answers({ summary: 'One person', body: employeeWire, refusals: UNKNOWN })
  async one(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return toEmployee(await this.employees.one(caller.venueId, id));
  }

  @Patch(':id')
  @Allow('staff.manage')
  @Answers({
    summary: 'Change a person; other roles and disabling count from the next request on',
    body: employeeWire,
    refusals: { ...UNKNOWN, 409: 'staff.rut_taken, staff.last_admin' },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: changeEmployeeBody }) body: z.output<typeof changeEmployeeBody>,
  ) {
    await this.changeEmployee.execute(caller, id, toChangedDetails(body));
    return toEmployee(await this.employees.one(caller.venueId, id));
  }

  @Post(':id/pin')
  @Allow('staff.manage')
  @Answers({
    summary: 'Give a person a new PIN',
    refusals: { ...UNKNOWN, 400: 'pin.malformed, pin.trivial, pin.is_birthday' },
  })
  async pin(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: setPinBody }) body: z.output<typeof setPinBody>,
  ): Promise<void> {
    await this.setPin.execute(caller, id, body.pin);
  }

  @Post(':id/unlock')
  @Allow('staff.unlock')
  @Answers({ summary: 'Let a person try their PIN again', refusals: UNKNOWN })
  async unlock(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id): Promise<void> {
    await this.unlockEmployee.execute(caller, id);
  }

  @Put(':id/admin-account')
  @Allow('staff.manage')
  @Answers({
    summary: 'Give an admin a username and password; an old second factor and old sessions are gone',
    refusals: { ...UNKNOWN, 409: 'staff.not_admin, staff.username_taken' },
  })
  async adminAccount(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id: employeeId }: Id,
    @Body({ schema: adminAccountBody }) { username, password }: z.output<typeof adminAccountBody>,
  ): Promise<void> {
    const { venueId } = caller;
    await this.setAdminAccount.execute({ venueId, employeeId, username, password, by: actorRef(caller) });
  }
}
