import { Tabs } from '@libs/ui';
import { useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Dark or light, kept on the device. */
export function SchemeSwitch(): ReactNode {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Tabs
      look="small"
      label={t('settings.scheme')}
      chosen={colorScheme === 'light' ? 'light' : 'dark'}
      onChoose={setColorScheme}
      tabs={[
        { key: 'dark', label: t('settings.dark') },
        { key: 'light', label: t('settings.light') },
      ]}
    />
  );
}
