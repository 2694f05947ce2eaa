import { Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingResolution, PaymentFinding } from '../../app/wire';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { resolveFinding } from './api';
import { kindOf, resolutionsFor } from './finding';

interface ResolveFindingSheetProps {
  readonly finding: PaymentFinding;
  readonly onClose: () => void;
}

/** Says what a difference was, with the PIN of another person. */
export function ResolveFindingSheet({ finding, onClose }: ResolveFindingSheetProps): ReactNode {
  const { t } = useTranslation();
  const possible = resolutionsFor(finding.kind);
  const [chosen, setChosen] = useState<FindingResolution | null>(null);
  const [tried, setTried] = useState(false);
  const kind = kindOf(finding.kind) ?? 'other';
  return (
    <StepUpSheet
      title={t(`payments.findings.kinds.${kind}.title`)}
      lead={t('payments.findings.resolve_lead')}
      submit={t('payments.findings.resolve_submit')}
      permission="payment.resolve"
      says={t('payments.findings.resolve_done')}
      refresh={[['payments'], ['board']]}
      act={(allowed, key) => resolveFinding(finding.id, chosen ?? 'settled', allowed, key)}
      check={() => {
        setTried(true);
        return chosen !== null;
      }}
      onClose={onClose}
    >
      {() => (
        <Radio.Group
          label={t('payments.findings.resolution')}
          required
          value={chosen}
          error={tried && chosen === null ? t('form.required') : undefined}
          onChange={(one) => setChosen(possible.find((known) => known === one) ?? null)}
        >
          <div className="p-choices">
            {possible.map((one) => (
              <Radio key={one} size="md" value={one} label={t(`payments.findings.resolutions.${one}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
    </StepUpSheet>
  );
}
