import { NetBadge, UpdateNotice, useHeartbeat, useToast } from '@libs/ui';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { IconLogout, IconMenu2, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from './api';
import { useOpenFindings } from './findings';
import { SECTIONS } from './nav';
import { forgetPerson } from './query-client';
import { useRealtime } from './realtime';
import { useMe } from './session';

/** The frame of admin: what is always in view at the left (behind a button on narrow screens), the page at the right. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const [opened, setOpened] = useState(false);
  useRealtime(me.session_id);
  useEffect(() => {
    if (!opened) return;
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOpened(false);
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [opened]);

  return (
    <div className="admin-frame" data-opened={opened || undefined}>
      <a className="admin-skip" href="#page">
        {t('shell.skip')}
      </a>
      <header className="admin-top">
        <button
          type="button"
          className="n-press admin-menu"
          aria-expanded={opened}
          aria-controls="side"
          aria-label={t(opened ? 'shell.close_menu' : 'shell.open_menu')}
          onClick={() => setOpened(!opened)}
        >
          {opened ? <IconX size={26} aria-hidden /> : <IconMenu2 size={26} aria-hidden />}
        </button>
        <span className="admin-venue">{me.venue.name}</span>
      </header>
      <div className="admin-veil" onClick={() => setOpened(false)} aria-hidden />
      <aside className="admin-side" id="side" aria-label={t('shell.side')}>
        <p className="admin-venue admin-side__venue">{me.venue.name}</p>
        <Sections onGo={() => setOpened(false)} />
        <SideFoot />
      </aside>
      <main className="admin-main" id="page" tabIndex={-1}>
        <UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />
        <Outlet />
      </main>
    </div>
  );
}

function Sections({ onGo }: { readonly onGo: () => void }): ReactNode {
  const { t } = useTranslation();
  const { permissions } = useMe();
  return (
    <nav className="admin-nav" aria-label={t('shell.sections')}>
      {SECTIONS.filter(({ needs }) => !needs || permissions.includes(needs)).map(({ to, word, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className="admin-link"
          onClick={onGo}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={21} stroke={1.7} aria-hidden />
          <span>{t(`nav.${word}`)}</span>
          {word === 'findings' && <FindingsBadge />}
        </Link>
      ))}
    </nav>
  );
}

/** How many differences of payments wait for a person; nothing when none does. */
function FindingsBadge(): ReactNode {
  const { t } = useTranslation();
  const { data } = useOpenFindings();
  if (!data || data.count === 0) return null;
  return (
    <span className="admin-count">
      <span aria-hidden>{data.hasMore ? `${String(data.count)}+` : data.count}</span>
      <span className="n-hidden">{t('shell.findings', { count: data.count })}</span>
    </span>
  );
}

function SideFoot(): ReactNode {
  const { t } = useTranslation();
  const { employee } = useMe();
  const { link } = useHeartbeat('/health/live', { intervalMs: 10_000 });
  const navigate = useNavigate();
  const toast = useToast();
  const signOut = async (): Promise<void> => {
    try {
      await answer(api.POST('/api/v1/auth/logout'));
    } catch {
      toast({ text: t('shell.sign_out_failed'), outcome: 'bad' });
      return;
    }
    await navigate({ to: '/' });
    forgetPerson();
  };
  return (
    <div className="admin-foot">
      {link !== 'online' && <NetBadge state={link} />}
      <div className="admin-person">
        <span className="admin-person__name">{employee.name}</span>
        <button
          type="button"
          className="n-press admin-icon"
          aria-label={t('shell.sign_out')}
          onClick={() => void signOut()}
        >
          <IconLogout size={21} stroke={1.7} aria-hidden />
        </button>
      </div>
    </div>
  );
}
