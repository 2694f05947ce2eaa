import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { DomainError } from '@libs/kernel';
import { AppConfig, Log } from '@libs/platform';
import { Mail, Mailer } from '../application';
import { wordsOf } from './mail-texts';

/** Seconds between the attempts at one mail. */
const WAITS_S = [2, 10, 60];
/** Mails on their way at once; beyond that a mail server that hangs would fill the memory. */
const MOST_UNDER_WAY = 500;
const TIMEOUT_MS = 10_000;
/** How many of the last mails a house without SMTP remembers. */
const KEPT = 100;

interface Letter {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

interface Carrier {
  sendMail(letter: Letter): Promise<unknown>;
  close(): void;
}

/**
 * Mail by SMTP. Where people only try things out, without a mail server, it goes into a folder of `.eml` files; a test finds
 * it in {@link kept}. In production without a mail server routes that need mail say so.
 */
@Injectable()
export class MailPost extends Mailer implements OnApplicationShutdown {
  /** The last mails of a house without a mail server. */
  readonly kept: Mail[] = [];
  private readonly carrier: Carrier | undefined;
  private readonly ending = new AbortController();
  private underWay = 0;

  constructor(
    private readonly config: AppConfig,
    private readonly log: Log,
  ) {
    super();
    const { smtpUrl } = config.mail;
    if (smtpUrl !== undefined) this.carrier = bySmtp(smtpUrl);
  }

  check(): void {
    if (!this.carrier && this.config.production) throw new DomainError('mail.unavailable', 'unavailable');
  }

  post(mail: Mail): void {
    if (this.underWay >= MOST_UNDER_WAY) {
      this.log.warn({ kind: mail.kind }, 'a mail was not sent: too many are under way');
      return;
    }
    this.underWay += 1;
    void this.deliver(mail).finally(() => (this.underWay -= 1));
  }

  onApplicationShutdown(): void {
    this.ending.abort();
    this.carrier?.close();
  }

  private async deliver(mail: Mail): Promise<void> {
    if (!this.carrier && this.config.production) return;
    const letter = { from: this.config.mail.from, to: mail.to, ...wordsOf(mail) };
    for (const wait of [...WAITS_S, undefined]) {
      try {
        await (this.carrier ? this.carrier.sendMail(letter) : this.keep(mail, letter));
        return;
      } catch (error) {
        // A mail server may quote the mail in its answer: only its code is fit for a log.
        const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
        this.log.warn({ kind: mail.kind, code, response_code: responseCode }, 'a mail was not sent');
        const isFinal = typeof responseCode === 'number' && responseCode >= 500;
        if (isFinal || wait === undefined || this.ending.signal.aborted) return;
        await delay(wait * 1000, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
      }
    }
  }

  private async keep(mail: Mail, { from, to, subject, text }: Letter): Promise<void> {
    this.kept.push(mail);
    if (this.kept.length > KEPT) this.kept.shift();
    const { folder } = this.config.mail;
    if (folder === undefined) return;
    const at = new Date();
    const head = [`From: ${from}`, `To: ${to}`, `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`];
    const mime = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'];
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${at.toISOString().replaceAll(':', '')}-${randomUUID().slice(0, 8)}.eml`;
    const lines = [...head, `Date: ${at.toUTCString()}`, ...mime, '', text];
    await writeFile(join(folder, name), lines.join('\r\n'), { mode: 0o600 });
  }
}

function bySmtp(url: string): Carrier {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  return createTransport({ url, pool: true, ...timeouts });
}
