import { createHash, timingSafeEqual } from 'node:crypto';
import { Money } from '@libs/kernel';
import type { CardFacts } from '../domain';
import { z } from 'zod';

const MAX_FACT_LENGTH = 120;

/** Whole pesos as providers write them: a number, or its digits as text. */
export const wirePesos = z
  .union([z.number(), z.string().regex(/^\d{1,10}$/)])
  .transform(Number)
  .pipe(z.number().int().nonnegative().max(1_000_000_000))
  .transform((pesos) => Money.of(pesos));

/** An id or a word that some answers write as a number and others as text. */
export const wireText = z.union([z.string(), z.number()]).transform(String);

/** Compares without telling by its time where the two differ. */
export function sameText(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** One id for all copies of a notice. */
export function noticeIdOf(...parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The JSON object in a raw body, or null. */
export function jsonIn(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    return null;
  }
}

/** A provider's words, short and with every run of digits that could be a card number masked. */
export function safeText(text: string): string {
  return text.replace(/\d(?:[ -]?\d){11,18}/g, '[…]').slice(0, MAX_FACT_LENGTH);
}

/** Keeps the named facts that are there. */
export function evidenceOf(facts: Readonly<Record<string, string | undefined | null>>): Record<string, string> {
  const evidence: Record<string, string> = {};
  for (const [name, fact] of Object.entries(facts)) if (fact) evidence[name] = safeText(fact);
  return evidence;
}

/** The card's last four digits, whatever was sent in their place; a number loses its leading zeros on the wire. */
export function last4Of(digits: string | null | undefined): string | null {
  const only = (digits ?? '').replace(/\D/g, '');
  return only ? only.slice(-4).padStart(4, '0') : null;
}

export function cardTypeOf(word: string | null | undefined): CardFacts['cardType'] {
  if (/^(c|cr|credit.*|cr[eé]dito)$/i.test(word ?? '')) return 'credit';
  if (/^(d|db|debit.*|d[eé]bito)$/i.test(word ?? '')) return 'debit';
  return /^(p|pp|prepa.*)$/i.test(word ?? '') ? 'prepaid' : null;
}

/** Null instead of nothing, and never a card number. */
export function factOf(text: string | null | undefined): string | null {
  return text ? safeText(text) : null;
}

export const NO_CARD: CardFacts = {
  authorizationCode: null,
  last4: null,
  cardBrand: null,
  cardType: null,
  internalReference: null,
};
