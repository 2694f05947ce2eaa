import { Injectable } from '@nestjs/common';
import { Tokens } from '@libs/customers/application';
import { CustomerQueries } from '@libs/customers/infrastructure';
import { toTokens } from './customers.dto';

/** Answers tokens together with whose they are. */
@Injectable()
export class TokenAnswers {
  constructor(private readonly customers: CustomerQueries) {}

  async of(tokens: Tokens): Promise<ReturnType<typeof toTokens>> {
    return toTokens(tokens, await this.customers.own(tokens.customerId));
  }
}
