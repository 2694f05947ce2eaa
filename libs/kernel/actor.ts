/** Who is acting, from where: written beside everything that is done. */
export interface Actor {
  readonly venueId: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly sessionId: string;
  readonly deviceId: string | null;
  readonly barId: string | null;
  readonly ip: string | null;
  readonly permissions: ReadonlySet<string>;
}

/** What an event or a log line keeps of an {@link Actor}. */
export interface ActorRef {
  readonly employeeId: string | null;
  readonly employeeName: string | null;
  readonly deviceId: string | null;
  readonly ip: string | null;
}

export function actorRef(actor: ActorRef): ActorRef {
  const { employeeId, employeeName, deviceId, ip } = actor;
  return { employeeId, employeeName, deviceId, ip };
}
