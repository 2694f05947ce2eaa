import { Injectable } from '@nestjs/common';
import { Principal } from '@libs/platform';

type Part = (caller: Principal, customerId: string) => Promise<unknown>;

/** What each station is told of a recognised guest. The contexts add their parts at the start. */
@Injectable()
export class StationAnswers {
  private readonly parts: { readonly station: Principal['station']; readonly name: string; readonly tell: Part }[] = [];

  /** @param name the field of the answer, described in the wire of POST /customers/identify */
  add(station: Principal['station'], name: string, tell: Part): void {
    this.parts.push({ station, name, tell });
  }

  async of(caller: Principal, customerId: string): Promise<Record<string, unknown>> {
    const parts = this.parts.filter(({ station }) => station === caller.station);
    const told = await Promise.all(
      parts.map(async ({ name, tell }) => [name, await tell(caller, customerId)] as const),
    );
    return Object.fromEntries(told);
  }
}
