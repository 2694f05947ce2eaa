import { relativeAge, StatusDot, useNow } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentAgent } from '../../app/wire';
import { leftOf } from '../../parts/left';
import { AGENT_TONES, stateOf, terminalOf } from './agent';

interface AgentFactsProps {
  readonly agent: PaymentAgent;
}

/** Whether an agent lives and what it says of its terminal, in words. */
export function AgentStatus({ agent }: AgentFactsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow(1_000);
  const state = stateOf(agent, now);
  const terminal = terminalOf(agent, state);
  const age = agent.heartbeat_at ? relativeAge(agent.heartbeat_at, now, i18n.language) : '';
  const time = agent.code_expires_at ? (leftOf(agent.code_expires_at, now) ?? '') : '';
  return (
    <div className="p-agent__status">
      <StatusDot tone={AGENT_TONES[state]}>{t(`payments.terminals.state.${state}`, { age, time })}</StatusDot>
      {agent.terminal && (
        <StatusDot tone={terminal.tone}>
          <span>
            {t(`payments.terminals.terminal_states.${terminal.state}`)}
            {state !== 'live' && ` (${t('payments.terminals.last_known')})`}
            {terminal.detail && terminal.state !== 'ready' && (
              <span className="p-under p-block">{terminal.detail}</span>
            )}
          </span>
        </StatusDot>
      )}
    </div>
  );
}

/** What an agent runs on, and how much waits for it. */
export function AgentFacts({ agent }: AgentFactsProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(10_000);
  const { terminalId, model } = terminalOf(agent, stateOf(agent, now));
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t('payments.terminals.agent'), agent.name],
    [t('payments.terminals.version'), agent.version],
    [t('payments.terminals.host'), agent.hostname],
    [
      t('payments.terminals.queue'),
      agent.enrolled_at &&
        t('payments.terminals.queue_detail', { waiting: agent.waiting, unsent: agent.queue_length ?? 0 }),
    ],
    [t('payments.terminals.terminal_id'), terminalId],
    [t('payments.terminals.model'), model],
  ];
  return (
    <dl className="a-facts p-facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
