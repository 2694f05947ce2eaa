import { Global, Module, Type } from '@nestjs/common';
import { CustomerReader } from '@libs/platform';
import { StaffModule } from '@libs/staff/infrastructure';
import { TicketsModule } from '@libs/tickets/infrastructure';
import {
  AccessTokens,
  Approvals,
  AskForNewEmail,
  Chance,
  ChangeEmail,
  ChangePassword,
  ChangeProfile,
  ConfirmEmail,
  ConfirmGuest,
  ConfirmPassword,
  CustomerHoldings,
  DeleteAccount,
  ForgotPassword,
  GuestTokens,
  Houses,
  LogIn,
  LogOut,
  Mailer,
  ManageCards,
  OpenSession,
  OwnPassword,
  PasswordHasher,
  RecogniseGuest,
  RefusalDesk,
  Register,
  RenewTokens,
  ResetPassword,
  ShowQr,
  SwitchAccess,
} from '../application';
import {
  ChallengeBook,
  CustomerRepository,
  GuestCodeBook,
  Journal,
  LoginAttempts,
  RecognitionBook,
  SessionBook,
} from '../domain';
import { JwtAccessTokens } from './access-token';
import { CustomerQueries } from './customer-queries';
import { MailPost } from './mail-post';
import { NodeChance } from './node-chance';
import { StaffApprovals, TicketRefusalDesk } from './other-contexts';
import { OutboxJournal } from './outbox-journal';
import { PassportCustomerReader } from './passport-customer-reader';
import { SlowPasswordHasher } from './slow-password-hasher';
import { SqlChallengeBook } from './sql-challenge-book';
import { SqlCustomerRepository } from './sql-customer.repository';
import { SqlGuestCodeBook } from './sql-guest-code-book';
import { SqlHouses } from './sql-houses';
import { SqlLoginAttempts } from './sql-login-attempts';
import { SqlRecognitionBook } from './sql-recognition-book';
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
  ShowQr,
  ManageCards,
  RecogniseGuest,
  ConfirmGuest,
  GuestTokens,
];

/** Guests with an account. Guards everywhere ask it which customer is calling. */
@Global()
@Module({
  imports: [StaffModule, TicketsModule],
  providers: [
    { provide: CustomerReader, useClass: PassportCustomerReader },
    { provide: CustomerRepository, useClass: SqlCustomerRepository },
    { provide: SessionBook, useClass: SqlSessionBook },
    { provide: ChallengeBook, useClass: SqlChallengeBook },
    { provide: LoginAttempts, useClass: SqlLoginAttempts },
    { provide: Journal, useClass: OutboxJournal },
    { provide: Houses, useClass: SqlHouses },
    { provide: GuestCodeBook, useClass: SqlGuestCodeBook },
    { provide: RecognitionBook, useClass: SqlRecognitionBook },
    { provide: RefusalDesk, useClass: TicketRefusalDesk },
    { provide: Approvals, useClass: StaffApprovals },
    { provide: Chance, useClass: NodeChance },
    { provide: PasswordHasher, useClass: SlowPasswordHasher },
    { provide: AccessTokens, useClass: JwtAccessTokens },
    { provide: Mailer, useClass: MailPost },
    CustomerHoldings,
    CustomerQueries,
    ...USE_CASES,
  ],
  exports: [CustomerReader, RefusalDesk, CustomerHoldings, Houses, Mailer, CustomerQueries, ...USE_CASES],
})
export class CustomersModule {}
