import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentCode, PaymentAgent } from '../../app/wire';
import { CopyText } from '../../parts/CopyText';
import { OneTimeCodeSheet } from '../../parts/OneTimeCodeSheet';
import { useAct } from '../../parts/useAct';
import { renewCode } from './agents.api';
import { enrolCommand, isUsed, START_COMMAND } from './enrol';

interface AgentCodeSheetProps {
  readonly code: AgentCode;
  readonly agent: PaymentAgent | undefined;
  readonly onRenewed: (code: AgentCode) => void;
  readonly onClose: () => void;
}

/** The code that installs an agent, with the command to type. */
export function AgentCodeSheet({ code, agent, onRenewed, onClose }: AgentCodeSheetProps): ReactNode {
  const { t } = useTranslation();
  const renew = useAct((id: string) => renewCode(id), {
    refresh: [['payments', 'agents']],
    says: null,
    onDone: onRenewed,
  });
  return (
    <OneTimeCodeSheet
      title={t('payments.terminals.code_title', { name: code.name })}
      code={code.code}
      expiresAt={code.expires_at}
      used={agent && isUsed(agent) ? t('payments.terminals.code_used') : null}
      next={
        <>
          <p className="a-quiet">{t('payments.terminals.code_next')}</p>
          <CopyText label={t('payments.terminals.command')} text={START_COMMAND} />
        </>
      }
      busy={renew.busy}
      failure={renew.failure}
      onRenew={() => void renew.run(code.id)}
      onClose={onClose}
    >
      <p className="a-quiet">{t('payments.terminals.code_once')}</p>
      <CopyText label={t('payments.terminals.command')} text={enrolCommand(code.code, window.location.origin)} />
    </OneTimeCodeSheet>
  );
}
