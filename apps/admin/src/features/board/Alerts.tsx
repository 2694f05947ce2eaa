import { relativeAge, useNow } from '@libs/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import {
  type Icon,
  IconBottle,
  IconCashBanknoteOff,
  IconCircleCheck,
  IconCreditCard,
  IconQrcodeOff,
  IconReceiptOff,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenFindings } from '../../app/findings';
import type { Board } from '../../app/wire';

type Alert = Board['alerts'][number];

/** More than these wait behind a button, so that what is below stays where it is. */
const IN_VIEW = 2;

const ICONS: Record<Alert['kind'], Icon> = {
  ticket_refused: IconQrcodeOff,
  low_stock: IconBottle,
  register_difference: IconCashBanknoteOff,
  sale_cancelled: IconReceiptOff,
};

interface AlertsProps {
  readonly alerts: readonly Alert[];
  /** Payments to review are of now, not of the night that is looked at. */
  readonly isLive: boolean;
}

/** What somebody should look at, each with the one thing to do about it. */
export function Alerts({ alerts, isLive }: AlertsProps): ReactNode {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const findings = useOpenFindings();
  const toReview = isLive ? (findings.data?.count ?? 0) : 0;
  const inView = toReview > 0 ? IN_VIEW - 1 : IN_VIEW;
  const shown = all ? alerts : alerts.slice(0, inView);
  const hidden = alerts.length - inView;
  return (
    <section className="b-alerts" aria-label={t('board.alerts')}>
      {alerts.length === 0 && toReview === 0 && (
        <p className="b-alert b-alert--none">
          <IconCircleCheck size={26} stroke={1.7} aria-hidden />
          {t('board.no_alerts')}
        </p>
      )}
      <ul className="b-alerts__list">
        {toReview > 0 && <FindingsCard count={toReview} />}
        {shown.map((alert) => (
          <AlertCard key={`${alert.kind} ${alert.subject_id} ${alert.at}`} alert={alert} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" className="b-alerts__more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('board.less_alerts') : t('board.more_alerts', { count: hidden })}
        </Button>
      )}
    </section>
  );
}

/** Differences of card payments: money that was charged and not sold, or the other way round. */
function FindingsCard({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="b-alert">
      <IconCreditCard size={26} stroke={1.7} color="var(--bad)" aria-hidden />
      <p className="b-alert__words">
        <strong>{t('board.findings')}</strong> {t('board.findings_detail', { count })}
      </p>
      <Button variant="light" renderRoot={(props: object) => <Link to="/findings" {...props} />}>
        {t('board.act_ticket_refused')}
      </Button>
    </li>
  );
}

function AlertCard({ alert }: { readonly alert: Alert }): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow(10_000);
  const Mark = ICONS[alert.kind];
  return (
    <li className="b-alert">
      <Mark size={26} stroke={1.7} color={alert.level === 'bad' ? 'var(--bad)' : 'var(--warn)'} aria-hidden />
      <p className="b-alert__words">
        <strong>{alert.title}</strong> {alert.detail} <span>{relativeAge(alert.at, now, i18n.language)}</span>
      </p>
      <Button variant="light" renderRoot={(props: object) => <AlertLink alert={alert} {...props} />}>
        {t(`board.act_${alert.kind}`)}
      </Button>
    </li>
  );
}

function AlertLink({ alert, ...props }: { readonly alert: Alert }): ReactNode {
  if (alert.kind === 'ticket_refused') return <Link to="/sales" search={{ tab: 'refused' }} {...props} />;
  if (alert.kind === 'sale_cancelled') return <Link to="/sales" search={{ sale: alert.subject_id }} {...props} />;
  if (alert.kind === 'low_stock') {
    return <Link to="/inventory" {...props} />;
  }
  return <Link to="/registers" search={{ tab: 'closes', report: alert.subject_id }} {...props} />;
}
