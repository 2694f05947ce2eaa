import { Global, Module, Type } from '@nestjs/common';
import { AppReader, SessionReader } from '@libs/platform';
import {
  Bars,
  ChangeEmployee,
  ChangePassword,
  CreateApiKey,
  CreateDevice,
  EnrolDevice,
  GrantStepUp,
  HireEmployee,
  LockSession,
  LogInAdmin,
  LogInStaff,
  LogOut,
  OneTimeCodes,
  OwnAccount,
  RenewDeviceCode,
  RevokeApiKey,
  RevokeDevice,
  SecondFactor,
  SecretHasher,
  Secrets,
  SetAdminAccount,
  SetPin,
  UnlockDevice,
  UnlockEmployee,
  UnlockSession,
  UseStepUp,
  VerifyPin,
} from '../application';
import {
  AdminAccountRepository,
  ApiKeyRepository,
  DeviceRepository,
  EmployeeRepository,
  Journal,
  PinBook,
  SessionRepository,
  StepUpRepository,
} from '../domain';
import { ApiKeyCache } from './api-key-cache';
import { ApiKeyQueries } from './api-key-queries';
import { SqlAppReader } from './app-reader';
import { Argon2Hasher } from './argon2-hasher';
import { NodeSecrets } from './node-secrets';
import { OutboxJournal } from './outbox-journal';
import { DeviceQueries } from './device-queries';
import { EmployeeQueries } from './employee-queries';
import { SessionCache } from './session-cache';
import { SessionQueries } from './session-queries';
import { SqlSessionReader } from './session-reader';
import { SqlAdminAccountRepository } from './sql-admin-account.repository';
import { SqlApiKeyRepository } from './sql-api-key.repository';
import { SqlBars } from './sql-bars';
import { SqlDeviceRepository } from './sql-device.repository';
import { SqlEmployeeRepository } from './sql-employee.repository';
import { SqlPinBook } from './sql-pin-book';
import { SqlSessionRepository } from './sql-session.repository';
import { SqlStepUpRepository } from './sql-step-up.repository';
import { TotpCodes } from './totp-codes';

/** What can be done. */
export const STAFF_USE_CASES: Type[] = [
  VerifyPin,
  LogInStaff,
  LogInAdmin,
  LogOut,
  LockSession,
  UnlockSession,
  GrantStepUp,
  UseStepUp,
  CreateDevice,
  RenewDeviceCode,
  EnrolDevice,
  UnlockDevice,
  RevokeDevice,
  CreateApiKey,
  RevokeApiKey,
  HireEmployee,
  ChangeEmployee,
  SetPin,
  UnlockEmployee,
  SetAdminAccount,
  OwnAccount,
  ChangePassword,
  SecondFactor,
];

/** Staff: who works here, on which tablets, and what they may do. Guards everywhere ask it who is calling. */
@Global()
@Module({
  providers: [
    { provide: SessionReader, useClass: SqlSessionReader },
    { provide: AppReader, useClass: SqlAppReader },
    { provide: ApiKeyRepository, useClass: SqlApiKeyRepository },
    { provide: EmployeeRepository, useClass: SqlEmployeeRepository },
    { provide: AdminAccountRepository, useClass: SqlAdminAccountRepository },
    { provide: DeviceRepository, useClass: SqlDeviceRepository },
    { provide: SessionRepository, useClass: SqlSessionRepository },
    { provide: StepUpRepository, useClass: SqlStepUpRepository },
    { provide: PinBook, useClass: SqlPinBook },
    { provide: Journal, useClass: OutboxJournal },
    { provide: Bars, useClass: SqlBars },
    { provide: Secrets, useClass: NodeSecrets },
    { provide: SecretHasher, useClass: Argon2Hasher },
    { provide: OneTimeCodes, useClass: TotpCodes },
    SessionCache,
    ApiKeyCache,
    ApiKeyQueries,
    SessionQueries,
    DeviceQueries,
    EmployeeQueries,
    ...STAFF_USE_CASES,
  ],
  exports: [
    SessionReader,
    AppReader,
    ApiKeyQueries,
    SessionQueries,
    DeviceQueries,
    EmployeeQueries,
    ...STAFF_USE_CASES,
  ],
})
export class StaffModule {}
