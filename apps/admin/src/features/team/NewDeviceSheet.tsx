import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceCode } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { addDevice } from './api';

interface NewDeviceSheetProps {
  readonly onClose: () => void;
  readonly onCode: (code: DeviceCode) => void;
}

/** Names a new tablet; the code follows. */
export function NewDeviceSheet({ onClose, onCode }: NewDeviceSheetProps): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const missing = name.trim() === '';
  const act = useAct((wanted: string) => addDevice(wanted), { refresh: [['devices']], says: null, onDone: onCode });
  return (
    <FormSheet
      title={t('team.new_device')}
      submit={t('team.get_code')}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) void act.run(name.trim());
      }}
    >
      <TextInput
        label={t('team.device_name')}
        description={t('team.device_hint')}
        required
        data-autofocus
        maxLength={60}
        value={name}
        error={tried && missing ? t('form.required') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormSheet>
  );
}
