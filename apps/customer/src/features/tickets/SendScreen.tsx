import { useWrite } from '@libs/screen';
import { BigButton, useToast } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { entriesQuery } from '../../app/queries';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { useFields } from '../../parts/useFields';
import './tickets.css';

/** Sends an entry to a friend: by mail, or by a code to hand over. It stays mine until it is taken. */
export function SendScreen(): ReactNode {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/member/tickets/entry/$id/send' });
  const toast = useToast();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [code, setCode] = useState<string | null>(null);
  const offer = useWrite(
    (email: string | null, key) => api.offerEntry(id, email, key),
    async (offered, email) => {
      await queries.invalidateQueries(entriesQuery);
      if (offered.code !== null) return setCode(offered.code);
      toast({ text: t('send.sent', { email: email ?? '' }), outcome: 'ok' });
      await navigate({ to: '/tickets' });
    },
    String,
  );
  const fields = useFields({ email: '' }, ['email'], offer.error);
  const submit = (): boolean => {
    if (!fields.check()) return false;
    if (!offer.isPending) offer.mutate(fields.values.email.trim());
    return true;
  };
  return (
    <Page title={t('send.title')} back={`/tickets/entry/${id}`}>
      {code === null ? (
        <>
          <p className="guest-text2">{t('send.detail')}</p>
          <Form onSubmit={submit}>
            <Field
              label={t('send.email')}
              type="email"
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              {...fields.of('email')}
            />
            <FailureNotice error={offer.error} />
            <BigButton type="submit" look="primary" wide busy={offer.isPending}>
              {t('send.act')}
            </BigButton>
          </Form>
          <BigButton look="quiet" busy={offer.isPending} onPress={() => offer.mutate(null)}>
            {t('send.by_code')}
          </BigButton>
        </>
      ) : (
        <Code code={code} />
      )}
    </Page>
  );
}

/** A code to hand over by whatever way; shown once. */
function Code({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const text = t('send.message', { code });
  const share = async (): Promise<void> => {
    try {
      if ('share' in navigator) await navigator.share({ text });
      else {
        await (navigator as Navigator).clipboard.writeText(text);
        toast({ text: t('send.copied'), outcome: 'ok' });
      }
    } catch {
      // Closed without choosing anybody: the code is still on the screen.
    }
  };
  return (
    <div className="guest-code">
      <p className="guest-text2">{t('send.code_detail')}</p>
      <p className="guest-code__number">{code}</p>
      <BigButton look="primary" wide onPress={() => void share()}>
        {t('send.share')}
      </BigButton>
    </div>
  );
}
