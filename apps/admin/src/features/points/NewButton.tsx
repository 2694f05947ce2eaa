import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** The one act above a list: another one of it. */
export function NewButton({ word, onPress }: { readonly word: string; readonly onPress: () => void }): ReactNode {
  return (
    <div className="a-bar">
      <div className="a-bar__end">
        <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={onPress}>
          {word}
        </Button>
      </div>
    </div>
  );
}
