import { Sheet, useNow } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentCode, PaymentAgent, TerminalOrder } from '../../app/wire';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { stateOf } from './agent';
import { CloseDaySheet, RenewSheet, ReprintSheet, RevokeSheet } from './AgentActs';
import { AgentFacts, AgentStatus } from './AgentFacts';
import { operationsQuery, orderAt } from './agents.api';
import { Operations } from './Operations';
import { OrderAnswer } from './OrderAnswer';

interface AgentSheetProps {
  readonly agent: PaymentAgent;
  readonly mayManage: boolean;
  readonly onCode: (code: AgentCode) => void;
  readonly onClose: () => void;
}

const AT_ONCE = ['poll', 'last_voucher', 'totals', 'details'] as const;

/** An agent with its terminal: how both are, what can be asked, and the last operations. */
export function AgentSheet({ agent, mayManage, onCode, onClose }: AgentSheetProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(5_000);
  const query = useQuery(operationsQuery(agent.id));
  const [ordered, setOrdered] = useState<string | null>(null);
  const [doing, setDoing] = useState<'close' | 'reprint' | 'renew' | 'revoke' | null>(null);
  const order = useAct((wanted: TerminalOrder) => orderAt(agent.id, wanted), {
    refresh: [['payments', 'agents']],
    says: null,
    onDone: ({ id }) => {
      setOrdered(id);
      setDoing(null);
    },
  });
  const leave = (): void => {
    order.clear();
    setDoing(null);
  };
  if (doing === 'close') return <CloseDaySheet agent={agent} act={order} onClose={leave} />;
  if (doing === 'reprint') return <ReprintSheet act={order} onClose={leave} />;
  if (doing === 'renew') return <RenewSheet agent={agent} onCode={onCode} onClose={leave} />;
  if (doing === 'revoke') return <RevokeSheet agent={agent} onDone={onClose} onClose={leave} />;
  const answered = query.data?.find(({ id }) => id === ordered);
  return (
    <Sheet
      opened
      onClose={onClose}
      title={agent.register.name}
      size="wide"
      footer={
        mayManage ? (
          <div className="a-actions">
            <Button variant="light" onClick={() => setDoing('revoke')}>
              {t('payments.terminals.revoke')}
            </Button>
            <Button variant="light" onClick={() => setDoing('renew')}>
              {t('code.new')}
            </Button>
          </div>
        ) : undefined
      }
    >
      <div className="a-stack">
        <AgentStatus agent={agent} />
        <AgentFacts agent={agent} />
        {mayManage && agent.enrolled_at && (
          <section aria-label={t('payments.terminals.acts')}>
            <h3 className="a-title">{t('payments.terminals.acts')}</h3>
            <div className="p-orders">
              {AT_ONCE.map((kind) => (
                <Button key={kind} variant="light" disabled={order.busy} onClick={() => void order.run({ kind })}>
                  {t(`payments.terminals.orders.${kind}`)}
                </Button>
              ))}
              {(['reprint', 'close'] as const).map((kind) => (
                <Button key={kind} variant="light" disabled={order.busy} onClick={() => setDoing(kind)}>
                  {t(`payments.terminals.orders.${kind}`)}…
                </Button>
              ))}
            </div>
          </section>
        )}
        <FailureNote failure={order.failure} />
        {answered && <OrderAnswer operation={answered} agent={stateOf(agent, now)} />}
        <section>
          <h3 className="a-title">{t('payments.terminals.operations')}</h3>
          <AnswerOf of={query}>
            {(operations) => <Operations operations={operations} agent={stateOf(agent, now)} />}
          </AnswerOf>
        </section>
      </div>
    </Sheet>
  );
}
