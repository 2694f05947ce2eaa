/** A type `t`, as {@link EntryTypeState} has it. */
export const ENTRY_TYPE_COLUMNS = `t.id, t.venue_id AS "venueId", t.night_id AS "nightId", t.name, t.description, t.price,
  t.capacity, t.per_person AS "perPerson", t.sale_starts_at AS "saleStartsAt", t.sale_ends_at AS "saleEndsAt", t.code,
  t.product_id AS "productId", t.position, t.is_active AS "isActive", t.taken, t.version`;

/**
 * What is left of a type `t` at the moment `at`: places whose time is up are free, whether somebody has tidied up or not.
 * @param at the number of the parameter, such as `$2`
 */
export function leftOf(at: string): string {
  return `(t.capacity - t.taken + (SELECT coalesce(sum(l.qty), 0)::int FROM entries.order_lines l
    JOIN entries.orders o ON o.id = l.order_id
    WHERE l.entry_type_id = t.id AND o.status = 'PENDING' AND o.expires_at <= ${at}))`;
}
