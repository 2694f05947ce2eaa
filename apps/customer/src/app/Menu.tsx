import { Wordmark } from '@libs/ui';
import { IconCalendarEvent, IconHome, IconTicket, IconUser, IconWallet } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const PLACES = [
  { to: '/', word: 'home', Icon: IconHome },
  { to: '/wallet', word: 'wallet', Icon: IconWallet },
  { to: '/events', word: 'events', Icon: IconCalendarEvent },
  { to: '/tickets', word: 'tickets', Icon: IconTicket },
  { to: '/profile', word: 'profile', Icon: IconUser },
] as const;

/** The places of the app: under the thumb on a telephone, at the side on a tablet that lies. */
export function Menu(): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className="guest-menu" aria-label={t('menu.label')}>
      <span className="guest-menu__name">
        <Wordmark />
      </span>
      <ul>
        {PLACES.map(({ to, word, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className="n-press guest-menu__place"
              activeOptions={{ exact: to === '/' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon size={24} stroke={1.7} aria-hidden />
              <span>{t(`menu.${word}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
