import { QrCode } from '@libs/ui';
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSheet } from '../../parts/FormSheet';
import { FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { confirmCode, disableCode, setUpCode } from './api';
import { SecretInput } from '../../parts/SecretInput';

interface Proposed {
  readonly secret: string;
  readonly otpauth_url: string;
}

/** The six-digit code at login: set up by QR, proven once, taken off with the password. */
export function SecondFactor(): ReactNode {
  const { t } = useTranslation();
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const [disabling, setDisabling] = useState(false);
  const propose = useAct(() => setUpCode(), { says: null, onDone: setProposed });
  return (
    <section className="a-card a-form">
      <h2 className="a-title">{t('settings.totp')}</h2>
      <p className="a-quiet">{t('settings.totp_lead')}</p>
      <FailureNote failure={propose.failure} />
      <div className="a-actions">
        <Button variant="subtle" onClick={() => setDisabling(true)}>
          {t('settings.totp_disable')}
        </Button>
        <Button variant="light" loading={propose.busy} onClick={() => void propose.run(undefined)}>
          {t('settings.totp_start')}
        </Button>
      </div>
      {proposed && <ConfirmSheet proposed={proposed} onClose={() => setProposed(null)} />}
      {disabling && <DisableSheet onClose={() => setDisabling(false)} />}
    </section>
  );
}

interface ConfirmSheetProps {
  readonly proposed: Proposed;
  readonly onClose: () => void;
}

function ConfirmSheet({ proposed, onClose }: ConfirmSheetProps): ReactNode {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const act = useAct((given: string) => confirmCode(given), { says: t('settings.totp_done'), onDone: onClose });
  return (
    <FormSheet
      title={t('settings.totp')}
      submit={t('settings.totp_confirm')}
      disabled={!/^\d{6}$/.test(code)}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        void act.run(code);
      }}
    >
      <p className="a-lead">{t('settings.totp_scan')}</p>
      <div className="e-qr">
        <QrCode value={proposed.otpauth_url} size={232} />
      </div>
      <p className="a-quiet a-small">
        {t('settings.totp_secret')} <code className="e-secret">{proposed.secret}</code>
      </p>
      <TextInput
        label={t('settings.totp_code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, ''))}
      />
    </FormSheet>
  );
}

function DisableSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const act = useAct((given: string) => disableCode(given), { says: t('settings.totp_disabled'), onDone: onClose });
  return (
    <FormSheet
      title={t('settings.totp_disable')}
      submit={t('settings.totp_disable')}
      danger
      disabled={password === ''}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        void act.run(password);
      }}
    >
      <p className="a-lead">{t('settings.totp_disable_lead')}</p>
      <SecretInput
        label={t('settings.password_now')}
        autoComplete="current-password"
        data-autofocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormSheet>
  );
}
