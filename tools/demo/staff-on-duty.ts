import { Client } from 'pg';
import { Actor, newId, Once } from '@libs/kernel';
import { newSecret, sha256 } from '@libs/platform';
import { PERMISSIONS } from '@libs/staff/application';
import { PEOPLE } from './club';
import { DemoClub, id } from './master-data';

const STEP_UP_VALID_MS = 120_000;

/** The demo's people at work: who acts, from which tablet, with whose yes. Ended when the demo is written. */
export class StaffOnDuty {
  private readonly actors = new Map<string, Actor>();
  private deviceId = '';

  constructor(
    private readonly client: Client,
    private readonly club: DemoClub,
  ) {}

  /** Gives everybody a session on one demo tablet. */
  async begin(at: Date): Promise<void> {
    this.deviceId = newId();
    await this.client.query(
      `INSERT INTO staff.devices (id, venue_id, name, credential_hash, enrolled_at, created_at)
       VALUES ($1, $2, 'Tablet de la noche pasada', $3, $4, $4)`,
      [this.deviceId, this.club.venueId, sha256(newSecret()), at],
    );
    for (const person of PEOPLE) await this.logIn(person.name, at);
  }

  /** Ends the sessions and takes the tablet out of use. */
  async end(at: Date): Promise<void> {
    await this.client.query('UPDATE staff.sessions SET revoked_at = $1 WHERE device_id = $2', [at, this.deviceId]);
    await this.client.query('UPDATE staff.devices SET revoked_at = $1 WHERE id = $2', [at, this.deviceId]);
  }

  /** @param bar where a bartender stands */
  actor(name: string, bar?: string): Actor {
    const actor = this.actors.get(name);
    if (!actor) throw new Error(`the demo club has no "${name}"`);
    return bar === undefined ? actor : { ...actor, barId: id(this.club.bars, bar) };
  }

  /** Another person's yes, good once. */
  async stepUp(permission: string, asks: string, grants: string, at: Date): Promise<string> {
    const token = newSecret();
    const requester = this.actor(asks);
    await this.client.query(
      `INSERT INTO staff.step_ups (token_hash, venue_id, permission, requested_by, granted_by, session_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        sha256(token),
        this.club.venueId,
        permission,
        requester.employeeId,
        this.actor(grants).employeeId,
        requester.sessionId,
        new Date(at.getTime() + STEP_UP_VALID_MS),
      ],
    );
    return token;
  }

  private async logIn(name: string, at: Date): Promise<void> {
    const employeeId = id(this.club.people, name);
    const sessionId = newId();
    await this.client.query(
      `INSERT INTO staff.sessions (token_hash, id, venue_id, employee_id, device_id, kind, station, created_at, last_seen_at)
       VALUES ($1, $2, $3, $4, $5, 'staff', 'register', $6, $6)`,
      [sha256(newSecret()), sessionId, this.club.venueId, employeeId, this.deviceId, at],
    );
    this.actors.set(name, {
      venueId: this.club.venueId,
      employeeId,
      employeeName: name,
      sessionId,
      deviceId: this.deviceId,
      barId: null,
      ip: '192.168.1.20',
      permissions: new Set<string>(PERMISSIONS),
    });
  }
}

/** A key of its own for each act of the demo. */
export function onceFor(actor: Actor): Once {
  return { callerId: actor.employeeId, key: newId(), fingerprint: 'demo', replayed: false };
}
