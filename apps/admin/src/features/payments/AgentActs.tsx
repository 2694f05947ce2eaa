import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentCode, PaymentAgent, TerminalOrder } from '../../app/wire';
import { WholeInput } from '../../parts/fields';
import { ConfirmSheet } from '../../parts/ConfirmSheet';
import { FormSheet } from '../../parts/FormSheet';
import { type Act, useAct } from '../../parts/useAct';
import { renewCode, revokeAgent } from './agents.api';

interface OrderSheetProps {
  readonly act: Act<TerminalOrder>;
  readonly onClose: () => void;
}

interface AgentProps {
  readonly agent: PaymentAgent;
  readonly onClose: () => void;
}

/** Confirms the close of a terminal's day, which cannot be undone. */
export function CloseDaySheet({ agent, act, onClose }: OrderSheetProps & Pick<AgentProps, 'agent'>): ReactNode {
  const { t } = useTranslation();
  return (
    <ConfirmSheet
      title={t('payments.terminals.close_title')}
      lead={t('payments.terminals.close_lead', { name: agent.register.name })}
      submit={t('payments.terminals.close_submit')}
      danger
      act={act}
      to={{ kind: 'close' }}
      onClose={onClose}
    />
  );
}

/** Asks which voucher to print again. */
export function ReprintSheet({ act, onClose }: OrderSheetProps): ReactNode {
  const { t } = useTranslation();
  const [number, setNumber] = useState<number | string>('');
  const [tried, setTried] = useState(false);
  const operation = Number(number);
  return (
    <FormSheet
      title={t('payments.terminals.reprint_title')}
      submit={t('payments.terminals.orders.reprint')}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (operation > 0) void act.run({ kind: 'reprint', operation_number: operation });
      }}
    >
      <WholeInput
        label={t('payments.terminals.reprint_number')}
        description={t('payments.terminals.reprint_hint')}
        required
        data-autofocus
        grouped={false}
        max={999_999_999}
        value={number}
        error={tried && operation <= 0 ? t('form.whole') : undefined}
        onChange={setNumber}
      />
    </FormSheet>
  );
}

/** Asks for another code, for a program that lost its key. */
export function RenewSheet({ agent, onCode, onClose }: AgentProps & { onCode: (code: AgentCode) => void }): ReactNode {
  const { t } = useTranslation();
  const act = useAct((id: string) => renewCode(id), { refresh: [['payments', 'agents']], says: null, onDone: onCode });
  return (
    <ConfirmSheet
      title={t('payments.terminals.renew_title', { name: agent.name })}
      lead={t('payments.terminals.renew_lead')}
      submit={t('payments.terminals.get_code')}
      act={act}
      to={agent.id}
      onClose={onClose}
    />
  );
}

/** Confirms that an agent's key is worth nothing from now on. */
export function RevokeSheet({ agent, onDone, onClose }: AgentProps & { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const act = useAct((id: string) => revokeAgent(id), {
    refresh: [['payments', 'agents']],
    says: t('payments.terminals.revoked'),
    onDone,
  });
  return (
    <ConfirmSheet
      title={t('payments.terminals.revoke_title', { name: agent.name })}
      lead={t('payments.terminals.revoke_lead')}
      submit={t('payments.terminals.revoke')}
      danger
      act={act}
      to={agent.id}
      onClose={onClose}
    />
  );
}
