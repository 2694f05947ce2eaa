import { type ReactNode, useState } from 'react';
import type { NewMember } from '../../app/wire';
import { ConfirmStep } from './ConfirmStep';
import { RegisterForm } from './RegisterForm';
import { keepWaiting, keptWaiting, type WaitingFor } from './waiting';

/** A new account: who it is for, then the code that went to the address. */
export function RegisterScreen(): ReactNode {
  const [waiting, setWaiting] = useState<WaitingFor | null>(() => keptWaiting('register', Date.now()));
  const [given, setGiven] = useState<NewMember | null>(null);
  const wait = (now: WaitingFor | null): void => {
    keepWaiting('register', now);
    setWaiting(now);
  };
  if (waiting) return <ConfirmStep waiting={waiting} given={given} onWait={wait} />;
  return (
    <RegisterForm
      given={given}
      onAsked={(member, { token, expires_at: expiresAt }) => {
        setGiven(member);
        wait({ email: member.email, token, expiresAt });
      }}
    />
  );
}
