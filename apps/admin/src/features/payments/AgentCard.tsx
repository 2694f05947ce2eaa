import { useNow } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentAgent } from '../../app/wire';
import { FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { stateOf } from './agent';
import { AgentFacts, AgentStatus } from './AgentFacts';
import { operationsQuery, orderAt } from './agents.api';
import { OrderAnswer } from './OrderAnswer';

interface AgentCardProps {
  readonly agent: PaymentAgent;
  readonly mayManage: boolean;
  readonly onShow: () => void;
}

/** The agent of one register, with a test of its connection. */
export function AgentCard({ agent, mayManage, onShow }: AgentCardProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(5_000);
  const [tested, setTested] = useState<string | null>(null);
  const operations = useQuery({ ...operationsQuery(agent.id), enabled: tested !== null });
  const test = useAct(() => orderAt(agent.id, { kind: 'poll' }), {
    refresh: [['payments', 'agents']],
    says: null,
    onDone: ({ id }) => setTested(id),
  });
  const answered = operations.data?.find(({ id }) => id === tested);
  return (
    <li className="a-card p-agent">
      <h2 className="a-title p-agent__title">{agent.register.name}</h2>
      <AgentStatus agent={agent} />
      <AgentFacts agent={agent} />
      <FailureNote failure={test.failure} />
      {answered && <OrderAnswer operation={answered} agent={stateOf(agent, now)} />}
      <div className="a-actions p-agent__acts">
        {mayManage && agent.enrolled_at && (
          <Button variant="light" loading={test.busy} onClick={() => void test.run(undefined)}>
            {t('payments.terminals.test')}
            <span className="n-hidden"> {agent.register.name}</span>
          </Button>
        )}
        <Button variant="light" onClick={onShow}>
          {t('payments.terminals.open')}
          <span className="n-hidden"> {agent.register.name}</span>
        </Button>
      </div>
    </li>
  );
}
