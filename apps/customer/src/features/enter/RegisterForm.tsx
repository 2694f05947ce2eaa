import { BigButton } from '@libs/ui';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { NewMember, Waiting } from '../../app/wire';
import { Check, Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { writtenRut } from '../../parts/rut';
import { useFields } from '../../parts/useFields';
import { EnterPage } from './EnterPage';

interface RegisterFormProps {
  /** What was typed before, when somebody comes back to change the address. */
  readonly given: NewMember | null;
  readonly onAsked: (member: NewMember, waiting: Waiting) => void;
}

/** Who the account is for, and what they agree to. */
export function RegisterForm({ given, onAsked }: RegisterFormProps): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/enter/register' });
  const [terms, setTerms] = useState(given !== null);
  const [marketing, setMarketing] = useState(given?.accepts_marketing ?? false);
  const [wasSent, setSent] = useState(false);
  const ask = useMutation({
    mutationFn: (member: NewMember) => api.register(member),
    onSuccess: (waiting, member) => onAsked(member, waiting),
  });
  const fields = useFields(
    {
      name: given?.name ?? '',
      email: given?.email ?? '',
      phone: given?.phone ?? '',
      password: given?.password ?? '',
      rut: given?.rut ?? '',
      birth_date: given?.birth_date ?? '',
    },
    ['name', 'email', 'phone', 'password'],
    ask.error,
  );
  const submit = (): boolean => {
    setSent(true);
    if (!fields.check() || !terms) return false;
    if (!ask.isPending) ask.mutate(memberOf(fields.values, marketing));
    return true;
  };
  return (
    <EnterPage title={t('register.title')} detail={t('register.detail')}>
      <Form onSubmit={submit}>
        <Field label={t('field.name')} autoComplete="name" maxLength={80} {...fields.of('name')} />
        <Field
          label={t('field.email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          hint={t('register.email_hint')}
          {...fields.of('email')}
        />
        <Field
          label={t('field.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          placeholder="+56 9 1234 5678"
          {...fields.of('phone')}
        />
        <Field
          label={t('field.password')}
          type="password"
          autoComplete="new-password"
          hint={t('field.password_hint')}
          {...fields.of('password')}
        />
        <Field
          label={t('field.birth_date')}
          type="date"
          autoComplete="bday"
          optional
          min="1900-01-01"
          hint={t('register.birth_hint')}
          {...fields.of('birth_date')}
        />
        <Field
          label={t('field.rut')}
          optional
          hint={t('register.rut_hint')}
          placeholder="12.345.678-5"
          autoCapitalize="characters"
          maxLength={14}
          onLeave={() => fields.set('rut', writtenRut(fields.values.rut))}
          {...fields.of('rut')}
        />
        <Check
          checked={terms}
          onChange={setTerms}
          problem={wasSent && !terms ? t('register.terms_missing') : undefined}
        >
          {t('register.terms')}
        </Check>
        <details className="guest-more">
          <summary>{t('register.privacy')}</summary>
          <ul>
            {(['kept', 'why', 'never', 'rights'] as const).map((line) => (
              <li key={line}>{t(`register.privacy_${line}`)}</li>
            ))}
          </ul>
        </details>
        <Check checked={marketing} onChange={setMarketing}>
          {t('register.marketing')}
        </Check>
        <FailureNotice error={ask.error} />
        <BigButton type="submit" look="primary" wide busy={ask.isPending}>
          {t('register.act')}
        </BigButton>
      </Form>
      <p className="guest-enter__other">
        {t('register.have_account')}{' '}
        <Link to="/login" search={{ next: search.next }} className="n-press guest-link">
          {t('login.act')}
        </Link>
      </p>
    </EnterPage>
  );
}

function memberOf(
  values: Readonly<Record<'name' | 'email' | 'phone' | 'password' | 'rut' | 'birth_date', string>>,
  acceptsMarketing: boolean,
): NewMember {
  return {
    name: values.name.trim(),
    email: values.email.trim(),
    phone: values.phone.trim(),
    password: values.password,
    rut: values.rut.trim() || null,
    birth_date: values.birth_date || null,
    accepts_terms: true,
    accepts_marketing: acceptsMarketing,
  };
}
