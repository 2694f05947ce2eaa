import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardProvider } from '../../app/wire';
import { backupsOf, type Providers, withPrimary } from './providers';

const PROVIDERS: readonly CardProvider[] = ['getnet_terminal', 'manual', 'getnet_web', 'klap'];

interface ProviderFieldsProps {
  readonly value: Providers;
  readonly onChange: (providers: Providers) => void;
}

/** With what a register takes cards, and what it falls back on. */
export function ProviderFields({ value, onChange }: ProviderFieldsProps): ReactNode {
  const { t } = useTranslation();
  const option = (provider: CardProvider): { value: CardProvider; label: string } => ({
    value: provider,
    label: t(`word.provider.${provider}`),
  });
  const { primary, backup } = value;
  return (
    <section className="a-form r-providers" aria-label={t('registers.cards')}>
      <div className="a-two">
        <Select
          label={t('registers.primary_provider')}
          placeholder={t('registers.no_provider')}
          clearable
          data={PROVIDERS.map(option)}
          value={primary}
          onChange={(chosen) => onChange(withPrimary(value, chosen))}
        />
        <Select
          label={t('registers.backup_provider')}
          placeholder={t('registers.no_backup')}
          clearable
          disabled={primary === null}
          data={backupsOf(primary, PROVIDERS).map(option)}
          value={backup}
          onChange={(chosen) => onChange({ primary, backup: chosen })}
        />
      </div>
      <p className="a-lead">{t(`registers.provider_means.${primary ?? 'none'}`)}</p>
      {primary && <p className="a-lead">{t('registers.backup_rule')}</p>}
    </section>
  );
}
