import { ErrorFacts } from '@libs/kernel';
import { Language } from './request';

/** What a refusal says to a person: what happened, and what to do. */
export interface Message {
  readonly title: string;
  readonly detail: string;
}

/** Texts by stable code. `{name}` is replaced by the fact of that name. Both languages, or it does not compile. */
export type Messages = Readonly<Record<string, Readonly<Record<Language, Message>>>>;

const catalogue = new Map<string, Readonly<Record<Language, Message>>>();

/** Called once by each context's HTTP folder. */
export function registerMessages(messages: Messages): void {
  for (const [code, texts] of Object.entries(messages)) catalogue.set(code, texts);
}

export function messageFor(code: string, language: Language, facts: ErrorFacts): Message | undefined {
  const texts = catalogue.get(code)?.[language];
  return texts && { title: fill(texts.title, facts, language), detail: fill(texts.detail, facts, language) };
}

function fill(text: string, facts: ErrorFacts, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    return (Array.isArray(fact) ? fact : [fact]).map((part) => shown(part, language)).join(', ');
  });
}

function shown(fact: unknown, language: Language): string {
  if (typeof fact === 'number') return fact.toLocaleString(language === 'es' ? 'es-CL' : 'en-US');
  return typeof fact === 'string' ? fact : '';
}
