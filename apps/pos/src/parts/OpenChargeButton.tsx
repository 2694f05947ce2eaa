import { ApiProblem } from '@libs/api-client';
import { BigButton } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTakeUp } from '../app/open-payments';
import { openPaymentsQuery } from '../app/queries';
import { FailureNotice } from './Notice';

interface OpenChargeButtonProps {
  readonly employeeId: string;
  readonly sessionId: string;
  /** The payment is on the till again. */
  readonly onTaken: () => void;
}

/** Leads from a register that cannot be counted to the card payment that keeps it. */
export function OpenChargeButton({ employeeId, sessionId, onTaken }: OpenChargeButtonProps): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(openPaymentsQuery(sessionId));
  const take = useTakeUp(employeeId, onTaken);
  const [first] = data?.items ?? [];
  if (!first) return null;
  return (
    <>
      <BigButton busy={take.isPending} onPress={() => take.mutate(first)}>
        {t('card.to_open')}
      </BigButton>
      <FailureNotice error={take.error} />
    </>
  );
}

/** A card payment keeps the register from being counted or closed. */
export function isHeldByPayment(error: unknown): boolean {
  return error instanceof ApiProblem && error.code.startsWith('session.payment_');
}
