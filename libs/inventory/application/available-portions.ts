import { Injectable } from '@nestjs/common';
import { Portions, SaleStock } from '../domain';

/** How many portions of each product can still be sold at a location, counting what must not run out. */
@Injectable()
export class AvailablePortions {
  constructor(private readonly stock: SaleStock) {}

  /** Products without a strict ingredient have no limit and are left out. */
  execute(venueId: string, locationId: string, productIds?: readonly string[]): Promise<Portions[]> {
    return this.stock.portions(venueId, locationId, productIds);
  }
}
