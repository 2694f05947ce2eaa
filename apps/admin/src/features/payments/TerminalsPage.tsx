import { EmptyState } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconDeviceMobileDollar, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { AgentCode } from '../../app/wire';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf } from '../../parts/Problem';
import { AgentCard } from './AgentCard';
import { AgentCodeSheet } from './AgentCodeSheet';
import { agentsQuery } from './agents.api';
import { AgentSheet } from './AgentSheet';
import { NewAgentSheet } from './NewAgentSheet';
import './payments.css';
import './terminals.css';

const route = getRouteApi('/in/terminals');

/** The program beside each card terminal, how both are, and what can be asked of them. */
export function TerminalsPage(): ReactNode {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const { agent: shown } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(agentsQuery);
  const [isAdding, setAdding] = useState(false);
  const [code, setCode] = useState<AgentCode | null>(null);
  const mayManage = permissions.includes('agent.manage');
  const show = (id: string | undefined): void => void navigate({ search: { agent: id }, replace: true });
  const add = mayManage && (
    <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setAdding(true)}>
      {t('payments.terminals.add')}
    </Button>
  );
  const agent = query.data?.find(({ id }) => id === shown);
  return (
    <div className="a-page">
      <PageHead
        title={t('payments.terminals.title')}
        sub={t('payments.terminals.lead')}
        actions={query.data?.length ? add : null}
      />
      <AnswerOf of={query}>
        {(agents) =>
          agents.length === 0 ? (
            <EmptyState
              icon={<IconDeviceMobileDollar size={44} stroke={1.4} />}
              title={t('payments.terminals.none')}
              detail={t('payments.terminals.none_detail')}
              action={add}
            />
          ) : (
            <ul className="a-cards" aria-label={t('payments.terminals.list')}>
              {agents.map((one) => (
                <AgentCard key={one.id} agent={one} mayManage={mayManage} onShow={() => show(one.id)} />
              ))}
            </ul>
          )
        }
      </AnswerOf>
      {isAdding && query.data && (
        <NewAgentSheet
          agents={query.data}
          onClose={() => setAdding(false)}
          onCode={(made) => {
            setAdding(false);
            setCode(made);
          }}
        />
      )}
      {agent && !code && (
        <AgentSheet
          key={agent.id}
          agent={agent}
          mayManage={mayManage}
          onCode={(made) => {
            show(undefined);
            setCode(made);
          }}
          onClose={() => show(undefined)}
        />
      )}
      {code && (
        <AgentCodeSheet
          key={code.code}
          code={code}
          agent={query.data?.find(({ id }) => id === code.id)}
          onRenewed={setCode}
          onClose={() => setCode(null)}
        />
      )}
    </div>
  );
}
