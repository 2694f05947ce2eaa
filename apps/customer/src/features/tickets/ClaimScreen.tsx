import { useWrite } from '@libs/screen';
import { BigButton, LoadingState, signal, useToast } from '@libs/ui';
import { Dedupe, useCamera, useReader } from '@libs/ui/scan';
import { IconCameraOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { entriesQuery, ticketsQuery } from '../../app/queries';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import './tickets.css';

/** Puts a paper ticket into the account by scanning it. */
export function ClaimScreen(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const seen = useRef(new Dedupe());
  const camera = useCamera('environment');
  const { video, retry } = camera;
  const claim = useWrite(
    (qr: string, key) => api.claimTicket(qr, key),
    async (ticket) => {
      signal('ok');
      toast({ text: t('claim.done', { code: ticket.display_code }), outcome: 'ok' });
      await Promise.all([queries.invalidateQueries(ticketsQuery), queries.invalidateQueries(entriesQuery)]);
      if (ticket.ticket_type === 'entry') return navigate({ to: '/tickets', replace: true });
      await navigate({ to: '/tickets/$id', params: { id: ticket.uuid }, replace: true });
    },
    (qr) => qr,
  );
  const reads = useReader(video, camera.state === 'on', (code) => {
    if (seen.current.see(code, Date.now()) && !claim.isPending) claim.mutate(code);
  });
  const state = camera.state === 'on' && !reads ? 'unreadable' : camera.state;
  return (
    <Page title={t('claim.title')} back="/tickets">
      <p className="guest-text2">{t('claim.detail')}</p>
      <div className="guest-camera" data-state={state}>
        <video ref={video} muted playsInline />
        {state === 'starting' && <LoadingState label={t('claim.starting')} />}
        {state !== 'on' && state !== 'starting' && (
          <div className="n-state" role="alert">
            <IconCameraOff size={44} stroke={1.4} aria-hidden />
            <h2 className="n-state__title">{t(`claim.${state}`)}</h2>
            <p className="n-state__detail">{t('claim.no_camera')}</p>
            {state !== 'insecure' && <BigButton onPress={retry}>{t('claim.retry')}</BigButton>}
          </div>
        )}
      </div>
      {claim.isPending && <LoadingState label={t('claim.asking')} />}
      <FailureNotice error={claim.error} />
    </Page>
  );
}
