import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { Employee } from '../../app/wire';
import { FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { AccountSheet } from './AccountSheet';
import { unlockPerson } from './api';
import { PersonSheet } from './PersonSheet';
import { PinSheet } from './PinSheet';

interface PersonPanelProps {
  /** None for a new person. */
  readonly person: Employee | undefined;
  readonly onClose: () => void;
}

/** One person: details, PIN, and the account of who administers. */
export function PersonPanel({ person, onClose }: PersonPanelProps): ReactNode {
  const [mode, setMode] = useState<'see' | 'pin' | 'account'>('see');
  const back = (): void => setMode('see');
  if (person && mode === 'pin') return <PinSheet person={person} onClose={back} />;
  if (person && mode === 'account') return <AccountSheet person={person} onClose={back} />;
  return (
    <PersonSheet person={person} onClose={onClose}>
      {person && <Access person={person} onPin={() => setMode('pin')} onAccount={() => setMode('account')} />}
    </PersonSheet>
  );
}

interface AccessProps {
  readonly person: Employee;
  readonly onPin: () => void;
  readonly onAccount: () => void;
}

function Access({ person, onPin, onAccount }: AccessProps): ReactNode {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const unlock = useAct(() => unlockPerson(person.id), { refresh: [['team']], says: t('team.unlocked') });
  const isLocked = person.pin_needs_unlock || person.pin_locked_until !== null;
  return (
    <div className="a-card t-access">
      <div>
        <p className="a-strong">{t('team.pin')}</p>
        <p className="a-quiet a-small">{t(person.has_pin ? 'team.has_pin' : 'team.no_pin')}</p>
      </div>
      <div className="a-actions">
        {isLocked && permissions.includes('staff.unlock') && (
          <Button variant="light" loading={unlock.busy} onClick={() => void unlock.run(undefined)}>
            {t('team.unlock')}
          </Button>
        )}
        <Button variant="light" onClick={onPin}>
          {t('team.set_pin')}
        </Button>
      </div>
      {person.roles.includes('admin') && (
        <>
          <div>
            <p className="a-strong">{t('team.account')}</p>
            <p className="a-quiet a-small">{person.admin_username ?? t('team.account_none')}</p>
          </div>
          <div className="a-actions">
            <Button variant="light" onClick={onAccount}>
              {t('act.edit')}
            </Button>
          </div>
        </>
      )}
      <FailureNote failure={unlock.failure} />
    </div>
  );
}
