import { Sheet, useNow } from '@libs/ui';
import { Button, CopyButton } from '@mantine/core';
import { IconCircleCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentCode, PaymentAgent } from '../../app/wire';
import { leftOf } from '../../parts/left';
import { FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { renewCode } from './agents.api';
import { enrolCommand, isUsed, START_COMMAND } from './enrol';

interface AgentCodeSheetProps {
  readonly code: AgentCode;
  readonly agent: PaymentAgent | undefined;
  readonly onRenewed: (code: AgentCode) => void;
  readonly onClose: () => void;
}

/** The code that installs an agent, big, with the command to type and the time it has left. */
export function AgentCodeSheet({ code, agent, onRenewed, onClose }: AgentCodeSheetProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const left = leftOf(code.expires_at, now);
  const isDone = agent !== undefined && isUsed(agent);
  const renew = useAct((id: string) => renewCode(id), {
    refresh: [['payments', 'agents']],
    says: null,
    onDone: onRenewed,
  });
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('payments.terminals.code_title', { name: code.name })}
      footer={
        <div className="a-actions">
          {!left && !isDone && (
            <Button variant="light" loading={renew.busy} onClick={() => void renew.run(code.id)}>
              {t('payments.terminals.code_new')}
            </Button>
          )}
          <Button onClick={onClose}>{t('payments.terminals.code_done')}</Button>
        </div>
      }
    >
      <FailureNote failure={renew.failure} />
      {isDone ? (
        <div className="p-code" role="status">
          <IconCircleCheck size={96} stroke={1.4} color="var(--ok)" aria-hidden />
          <p className="a-strong">{t('payments.terminals.code_used')}</p>
        </div>
      ) : (
        <div className="p-code">
          {left && <p className="p-code__code">{code.code}</p>}
          <p role="timer" className={left ? 'a-strong' : 'a-short'}>
            {left ? t('payments.terminals.code_left', { time: left }) : t('payments.terminals.code_expired')}
          </p>
          {left && (
            <>
              <p className="a-quiet">{t('payments.terminals.code_once')}</p>
              <Command text={enrolCommand(code.code, window.location.origin)} />
            </>
          )}
        </div>
      )}
      {(left ?? isDone) && (
        <div className="p-code">
          <p className="a-quiet">{t('payments.terminals.code_next')}</p>
          <Command text={START_COMMAND} />
        </div>
      )}
    </Sheet>
  );
}

function Command({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="p-command">
      <code tabIndex={0} role="group" aria-label={t('payments.terminals.command')}>
        {text}
      </code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="light" leftSection={<IconCopy size={20} stroke={1.7} aria-hidden />} onClick={copy}>
            {t(copied ? 'act.copied' : 'act.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
