import { useTranslation } from 'react-i18next';
import { audit } from './words.es';

type Types = typeof audit.types;
export const CONTEXTS = ['sales', 'payments', 'tickets', 'nights', 'catalog', 'inventory', 'staff'] as const;
type KnownType = { [Context in keyof Types]: `${Context}.${keyof Types[Context] & string}` }[keyof Types];

const KNOWN: ReadonlySet<string> = new Set(
  CONTEXTS.flatMap((context) => Object.keys(audit.types[context]).map((type) => `${context}.${type}`)),
);

function isKnown(type: string): type is KnownType {
  return KNOWN.has(type);
}

type Field = keyof typeof audit.fields;

/** What a fact is called, in words; one that is new to this screen shows its own name. */
export function useFieldWord(): (field: string) => string {
  const { t } = useTranslation();
  const isField = (field: string): field is Field => Object.hasOwn(audit.fields, field);
  return (field) => (isField(field) ? t(`audit.fields.${field}`) : field.replaceAll('_', ' '));
}

/** The types of entries that have words, by context. */
export function typesOf(context: (typeof CONTEXTS)[number]): KnownType[] {
  return [...KNOWN].filter((type): type is KnownType => isKnown(type) && type.startsWith(`${context}.`));
}

/** What an entry says happened, in words; a type that is new to this screen shows its own name. */
export function useEventWord(): (type: string) => string {
  const { t } = useTranslation();
  return (type) => (isKnown(type) ? t(`audit.types.${type}`) : type);
}
