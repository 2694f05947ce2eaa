import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentCode, PaymentAgent } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { addAgent, registersToEquipQuery } from './agents.api';

interface NewAgentSheetProps {
  readonly agents: readonly PaymentAgent[];
  readonly onClose: () => void;
  readonly onCode: (code: AgentCode) => void;
}

/** Chooses the register of a new agent; the code follows. */
export function NewAgentSheet({ agents, onClose, onCode }: NewAgentSheetProps): ReactNode {
  const { t } = useTranslation();
  const registers = useQuery(registersToEquipQuery);
  const [register, setRegister] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const equipped = new Set(agents.map((agent) => agent.register.id));
  const free = registers.data?.filter(({ id }) => !equipped.has(id));
  const chosen = free?.find(({ id }) => id === register);
  const shownName = name.trim() || (chosen ? t('payments.terminals.name_default', { register: chosen.name }) : '');
  const act = useAct((id: string) => addAgent(id, shownName.slice(0, 60)), {
    refresh: [['payments', 'agents']],
    says: null,
    onDone: onCode,
  });
  return (
    <FormSheet
      title={t('payments.terminals.add_title')}
      submit={t('payments.terminals.get_code')}
      disabled={free?.length === 0}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (chosen) void act.run(chosen.id);
      }}
    >
      <p className="a-lead">{t(free?.length === 0 ? 'payments.terminals.add_none' : 'payments.terminals.add_lead')}</p>
      <Select
        label={t('payments.terminals.register')}
        required
        data-autofocus
        data={(free ?? []).map(({ id, name: label }) => ({ value: id, label }))}
        value={register}
        error={tried && !chosen ? t('form.required') : undefined}
        onChange={setRegister}
      />
      <TextInput
        label={t('payments.terminals.name')}
        description={t('payments.terminals.name_hint')}
        placeholder={chosen && t('payments.terminals.name_default', { register: chosen.name })}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormSheet>
  );
}
