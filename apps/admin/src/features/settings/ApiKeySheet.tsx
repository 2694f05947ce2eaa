import { Sheet } from '@libs/ui';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MadeApiKey } from '../../app/wire';
import { CopyText } from '../../parts/CopyText';

interface ApiKeySheetProps {
  readonly made: MadeApiKey;
  readonly onClose: () => void;
}

/** A new key, which nobody can see again. It closes by its button alone, so that no slip of the hand loses it. */
export function ApiKeySheet({ made, onClose }: ApiKeySheetProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Sheet
      opened
      locked
      onClose={onClose}
      title={t('settings.key_title', { name: made.name })}
      footer={
        <div className="a-actions">
          <Button onClick={onClose}>{t('settings.key_kept')}</Button>
        </div>
      }
    >
      <div className="a-form">
        <p className="a-lead">{t('settings.key_once')}</p>
        <CopyText label={t('settings.key')} text={made.key} />
        <p className="a-quiet">{t('settings.key_header')}</p>
        <CopyText label={t('settings.key_header_name')} text="X-Api-Key" />
      </div>
    </Sheet>
  );
}
