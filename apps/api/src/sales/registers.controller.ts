import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import { ManageRegisters } from '@libs/sales/application';
import { RegisterQueries } from '@libs/sales/infrastructure';
import {
  newRegister,
  register,
  registerChanges,
  registers,
  toChanges,
  toNewSettings,
  toRegister,
} from './registers.dto';

@ApiTags('sales')
@Controller('registers')
export class RegistersController {
  constructor(
    private readonly queries: RegisterQueries,
    private readonly manage: ManageRegisters,
  ) {}

  @Get()
  @Allow()
  @Answers({ summary: 'Lists the tills, who has them and how they were left', body: registers })
  async list(@Caller() caller: Principal) {
    return { items: (await this.queries.list(caller)).map(toRegister) };
  }

  @Post()
  @Allow('register.manage')
  @Answers({ summary: 'Adds a till', body: register, status: 201, refusals: { 409: 'The name is taken' } })
  async add(@Caller() caller: Principal, @Body({ schema: newRegister }) body: z.infer<typeof newRegister>) {
    const id = await this.manage.add(caller, toNewSettings(body));
    return toRegister(await this.queries.one(caller, id));
  }

  @Patch(':id')
  @Allow('register.manage')
  @Answers({
    summary: 'Changes a till',
    body: register,
    refusals: { 404: 'No such till', 409: 'The name is taken, or a session is open on it' },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.infer<typeof idParam>,
    @Body({ schema: registerChanges }) body: z.infer<typeof registerChanges>,
  ) {
    await this.manage.change(caller, id, toChanges(body));
    return toRegister(await this.queries.one(caller, id));
  }
}
