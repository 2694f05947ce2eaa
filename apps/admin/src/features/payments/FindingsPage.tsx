import { EmptyState, Tabs } from '@libs/ui';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentFinding } from '../../app/wire';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf } from '../../parts/Problem';
import { usePages } from '../../parts/usePages';
import { listFindings } from './api';
import { FindingCard } from './FindingCard';
import './payments.css';
import { ResolveFindingSheet } from './ResolveFindingSheet';

const route = getRouteApi('/in/findings');

/** Where books and money differ, and what somebody said it was. */
export function FindingsPage(): ReactNode {
  const { t } = useTranslation();
  const { tab = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  const isOpen = tab === 'open';
  const [resolving, setResolving] = useState<PaymentFinding | null>(null);
  const pages = usePages(['payments', 'findings', tab], (cursor) => listFindings(tab, cursor));
  return (
    <div className="a-page">
      <PageHead title={t('nav.findings')} sub={t('payments.findings.lead')} />
      <Tabs
        look="small"
        label={t('payments.findings.tabs')}
        controls="findings"
        chosen={tab}
        onChoose={(chosen) => void navigate({ search: { tab: chosen === 'open' ? undefined : chosen } })}
        tabs={[
          { key: 'open', label: t('payments.findings.open') },
          { key: 'resolved', label: t('payments.findings.resolved') },
        ]}
      />
      <div id="findings" role="tabpanel" aria-label={t(`payments.findings.${tab}`)}>
        <AnswerOf of={pages}>
          {(findings) => (
            <>
              {findings.length === 0 && <Nothing isOpen={isOpen} />}
              <ul className="p-findings">
                {findings.map((finding) => (
                  <FindingCard key={finding.id} finding={finding} onResolve={() => setResolving(finding)} />
                ))}
              </ul>
              {pages.more.has && (
                <Button variant="light" className="a-more" loading={pages.more.busy} onClick={pages.more.load}>
                  {t('act.more')}
                </Button>
              )}
            </>
          )}
        </AnswerOf>
      </div>
      {resolving && <ResolveFindingSheet finding={resolving} onClose={() => setResolving(null)} />}
    </div>
  );
}

function Nothing({ isOpen }: { readonly isOpen: boolean }): ReactNode {
  const { t } = useTranslation();
  return isOpen ? (
    <EmptyState
      icon={<IconCircleCheck size={44} stroke={1.4} color="var(--ok)" />}
      title={t('payments.findings.none_open')}
      detail={t('payments.findings.none_open_detail')}
    />
  ) : (
    <EmptyState title={t('payments.findings.none_resolved')} detail={t('payments.findings.none_resolved_detail')} />
  );
}
