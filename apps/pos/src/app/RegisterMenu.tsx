import { LanguageSwitch, playSound, Sheet } from '@libs/ui';
import {
  IconArrowsExchange,
  IconCashRegister,
  IconChartBar,
  IconHandMove,
  IconReceipt,
  IconUsers,
  IconVolume,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { leftHanded } from '../parts/left-handed';
import { useStored } from '../till/counter-store';
import { useTill } from './till-context';

/** What can be done at an open register besides selling. */
export function RegisterMenu({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { me, close } = useTill();
  const navigate = useNavigate();
  const left = useStored(leftHanded);
  const icon = { size: 26, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <Sheet opened onClose={onClose} title={t('menu.title')}>
      <nav className="pos-menu" aria-label={t('menu.title')}>
        <MenuItem
          icon={<IconReceipt {...icon} />}
          word={t('menu.sales')}
          onPress={() => void navigate({ to: '/sales' })}
        />
        <MenuItem
          icon={<IconArrowsExchange {...icon} />}
          word={t('menu.cash')}
          onPress={() => void navigate({ to: '/cash' })}
        />
        {me.permissions.includes('session.see_expected') && (
          <MenuItem
            icon={<IconChartBar {...icon} />}
            word={t('menu.report')}
            onPress={() => void navigate({ to: '/report' })}
          />
        )}
        <MenuItem
          icon={<IconUsers {...icon} />}
          word={t('menu.hand_over')}
          onPress={() => void navigate({ to: '/hand-over' })}
        />
        <MenuItem icon={<IconCashRegister {...icon} />} word={t('menu.close')} onPress={close} />
        <MenuItem
          icon={<IconHandMove {...icon} />}
          word={t(left ? 'menu.right_hand' : 'menu.left_hand')}
          onPress={() => {
            leftHanded.set(!left);
            onClose();
          }}
        />
        <MenuItem icon={<IconVolume {...icon} />} word={t('menu.sound')} onPress={() => playSound('ok')} />
      </nav>
      <LanguageSwitch />
    </Sheet>
  );
}

function MenuItem(props: { readonly icon: ReactNode; readonly word: string; readonly onPress: () => void }): ReactNode {
  return (
    <button type="button" className="n-press pos-menu__item" onClick={props.onPress}>
      {props.icon}
      {props.word}
    </button>
  );
}
