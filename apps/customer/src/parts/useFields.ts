import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutField } from '../app/problems';

interface Fields<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  readonly set: (name: Name, value: string) => void;
  /** What a `Field` of that name needs. */
  readonly of: (name: Name) => { value: string; problem?: string; onChange: (value: string) => void };
  /** True when every needed field has something in it; from then on what is missing says so. */
  readonly check: () => boolean;
}

/**
 * The values of a form, what is missing in them, and what the server said about each.
 * @param needed fields that must not be empty
 */
export function useFields<Name extends string>(
  initial: Readonly<Record<Name, string>>,
  needed: readonly NoInfer<Name>[],
  error: unknown,
): Fields<Name> {
  const { t } = useTranslation();
  const [values, setValues] = useState(initial);
  const [wasSent, setSent] = useState(false);
  const [changed, setChanged] = useState<{ readonly since: unknown; readonly names: readonly Name[] } | null>(null);
  const isMissing = (name: Name): boolean => needed.includes(name) && values[name].trim() === '';
  const set = (name: Name, value: string): void => {
    setValues((before) => ({ ...before, [name]: value }));
    setChanged((before) => ({
      since: error,
      names: [...(before?.since === error ? (before?.names ?? []) : []), name],
    }));
  };
  const refused = (name: Name): string | undefined => {
    const isOld = changed !== null && changed.since === error && changed.names.includes(name);
    return isOld ? undefined : aboutField(error, name);
  };
  return {
    values,
    set,
    of: (name) => ({
      value: values[name],
      problem: wasSent && isMissing(name) ? t('form.missing') : refused(name),
      onChange: (value) => set(name, value),
    }),
    check: () => {
      setSent(true);
      return !needed.some(isMissing);
    },
  };
}
