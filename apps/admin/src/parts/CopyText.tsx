import { Button, CopyButton } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyTextProps {
  /** Says what it is, for screen readers. */
  readonly label: string;
  readonly text: string;
}

/** Something to be typed elsewhere, letter by letter, with a button that copies it. */
export function CopyText({ label, text }: CopyTextProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="a-copy">
      <code tabIndex={0} role="group" aria-label={label}>
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
