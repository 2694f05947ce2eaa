import { useNow } from '@libs/ui';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ApiProblem } from '../../app/api';
import type { Me } from '../../app/wire';
import { SecretInput } from '../../parts/SecretInput';

interface LoginFormProps {
  readonly onEnter: (me: Me) => void;
}

/** User and password first; the code only when the server asks for it. */
export function LoginForm({ onEnter }: LoginFormProps): ReactNode {
  const { t } = useTranslation();
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const missing = (value: string): string | null => (value.trim() === '' ? t('form.required') : null);
  const form = useForm({
    initialValues: { username: '', password: '', totp: '' },
    validate: { username: missing, password: missing, totp: (code) => (asksCode ? missing(code) : null) },
  });

  const refused = (error: unknown): void => {
    if (!(error instanceof ApiProblem)) return setProblem(t('login.no_answer'));
    if (error.code === 'admin.totp_required') {
      setAsksCode(true);
      return setProblem(form.values.totp ? t('login.totp_wrong') : null);
    }
    if (error.code === 'admin.locked') {
      const seconds = Number(error.facts.retry_after_s ?? 900);
      return setProblem(<Locked key={error.message} seconds={seconds} />);
    }
    if (error.code !== 'admin.wrong') return setProblem(error.detail);
    const left = error.facts.attempts_left;
    setProblem(typeof left === 'number' ? t('login.wrong_left', { count: left }) : t('login.wrong'));
  };

  const submit = form.onSubmit(async ({ username, password, totp }) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const body = { username: username.trim(), password, ...(asksCode ? { totp: totp.trim() } : {}) };
      onEnter(await answer(api.POST('/api/v1/admin/login', { body })));
    } catch (error) {
      refused(error);
      form.setFieldValue('totp', '');
    } finally {
      setBusy(false);
    }
  });

  return (
    <form className="a-form" onSubmit={submit} noValidate>
      {asksCode ? (
        <TextInput
          key="totp"
          label={t('login.totp')}
          description={t('login.totp_hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          autoFocus
          {...form.getInputProps('totp')}
        />
      ) : (
        <>
          <TextInput
            label={t('login.username')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            {...form.getInputProps('username')}
          />
          <SecretInput
            label={t('login.password')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
        </>
      )}
      {problem && (
        <div className="a-note" role="alert" data-tone="bad">
          <IconAlertTriangle size={22} stroke={1.8} aria-hidden />
          <p>{problem}</p>
        </div>
      )}
      <Button type="submit" loading={busy} fullWidth>
        {t('login.enter')}
      </Button>
      {asksCode && (
        <Button
          variant="subtle"
          onClick={() => {
            setAsksCode(false);
            setProblem(null);
            form.reset();
          }}
        >
          {t('login.other_user')}
        </Button>
      )}
    </form>
  );
}

/** How long the account stays locked, in words that count down. */
function Locked({ seconds: wholeWait }: { readonly seconds: number }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const [until] = useState(() => Date.now() + wholeWait * 1_000);
  const seconds = Math.ceil((until - now) / 1_000);
  if (seconds <= 0) return t('login.locked_over');
  const wait =
    seconds > 60 ? t('login.minutes', { count: Math.ceil(seconds / 60) }) : t('login.seconds', { count: seconds });
  return t('login.locked', { wait });
}
