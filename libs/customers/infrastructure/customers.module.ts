import { Global, Module, Type } from '@nestjs/common';
import { CustomerReader } from '@libs/platform';
import {
  AccessTokens,
  AskForNewEmail,
  Chance,
  ChangeEmail,
  ChangePassword,
  ChangeProfile,
  ConfirmEmail,
  ConfirmPassword,
  CustomerHoldings,
  DeleteAccount,
  ForgotPassword,
  Houses,
  LogIn,
  LogOut,
  Mailer,
  OpenSession,
  OwnPassword,
  PasswordHasher,
  Register,
  RenewTokens,
  ResetPassword,
  SwitchAccess,
} from '../application';
import { ChallengeBook, CustomerRepository, Journal, LoginAttempts, SessionBook } from '../domain';
import { JwtAccessTokens } from './access-token';
import { CustomerQueries } from './customer-queries';
import { MailPost } from './mail-post';
import { NodeChance } from './node-chance';
import { OutboxJournal } from './outbox-journal';
import { PassportCustomerReader } from './passport-customer-reader';
import { SlowPasswordHasher } from './slow-password-hasher';
import { SqlChallengeBook } from './sql-challenge-book';
import { SqlCustomerRepository } from './sql-customer.repository';
import { SqlHouses } from './sql-houses';
import { SqlLoginAttempts } from './sql-login-attempts';
import { SqlSessionBook } from './sql-session-book';

/** What can be done. */
const USE_CASES: Type[] = [
  Register,
  ConfirmEmail,
  ConfirmPassword,
  OpenSession,
  LogIn,
  RenewTokens,
  LogOut,
  ChangeProfile,
  OwnPassword,
  ChangePassword,
  ForgotPassword,
  ResetPassword,
  AskForNewEmail,
  ChangeEmail,
  DeleteAccount,
  SwitchAccess,
];

/** Guests with an account. Guards everywhere ask it which customer is calling. */
@Global()
@Module({
  providers: [
    { provide: CustomerReader, useClass: PassportCustomerReader },
    { provide: CustomerRepository, useClass: SqlCustomerRepository },
    { provide: SessionBook, useClass: SqlSessionBook },
    { provide: ChallengeBook, useClass: SqlChallengeBook },
    { provide: LoginAttempts, useClass: SqlLoginAttempts },
    { provide: Journal, useClass: OutboxJournal },
    { provide: Houses, useClass: SqlHouses },
    { provide: Chance, useClass: NodeChance },
    { provide: PasswordHasher, useClass: SlowPasswordHasher },
    { provide: AccessTokens, useClass: JwtAccessTokens },
    { provide: Mailer, useClass: MailPost },
    CustomerHoldings,
    CustomerQueries,
    ...USE_CASES,
  ],
  exports: [CustomerReader, CustomerHoldings, CustomerQueries, ...USE_CASES],
})
export class CustomersModule {}
