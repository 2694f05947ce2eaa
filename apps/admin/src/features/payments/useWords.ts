import { useTranslation } from 'react-i18next';
import { fallbackOf } from './intent';
import { payments } from './words.es';

/** The words of a catalogue, or the text itself where it is not a word that this screen knows. */
function has<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key);
}

export interface PaymentWords {
  /** Codes in words; what a terminal or a bank wrote stays as it is. */
  readonly reason: (reason: string) => string;
  readonly status: (status: string) => string;
  readonly act: (act: string) => string;
  readonly source: (source: string) => string;
  readonly outcome: (outcome: string) => string;
  readonly reportSource: (source: string) => string;
  readonly provider: (provider: string) => string;
  readonly progress: (code: number | null, text: string | null) => string | undefined;
  /** "Rechazado: Fondos insuficientes" of the attempt that a backup followed. */
  readonly fallback: (text: string) => string;
}

/** Names of payments in the language of the screen. */
export function usePaymentWords(): PaymentWords {
  const { t } = useTranslation();
  const reason = (text: string): string => (has(payments.reasons, text) ? t(`payments.reasons.${text}`) : text);
  const status = (text: string): string => (has(payments.statuses, text) ? t(`payments.statuses.${text}`) : text);
  return {
    reason,
    status,
    act: (text) => (has(payments.acts, text) ? t(`payments.acts.${text}`) : text),
    source: (text) => (has(payments.sources, text) ? t(`payments.sources.${text}`) : text),
    outcome: (text) => (has(payments.outcomes, text) ? t(`payments.outcomes.${text}`) : text),
    reportSource: (text) => (has(payments.report_sources, text) ? t(`payments.report_sources.${text}`) : text),
    provider: (text) => (isProvider(text) ? t(`word.provider.${text}`) : text),
    progress: (code, text) => {
      const key = `c${String(code)}`;
      return has(payments.progress_codes, key) ? t(`payments.progress_codes.${key}`) : (text ?? undefined);
    },
    fallback: (text) => {
      const before = fallbackOf(text);
      return [status(before.status), ...(before.reason ? [reason(before.reason)] : [])].join(': ');
    },
  };
}

const PROVIDERS = ['getnet_terminal', 'manual', 'getnet_web', 'klap'] as const;

function isProvider(text: string): text is (typeof PROVIDERS)[number] {
  return PROVIDERS.some((provider) => provider === text);
}
