import { BigButton, EmptyState, ErrorState, LoadingState, Sheet } from '@libs/ui';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guestsQuery } from '../../app/queries';
import { GuestRow } from './GuestRow';
import './guests.css';

interface GuestListSheetProps {
  readonly timeZone: string;
  readonly offline: boolean;
  readonly onClose: () => void;
}

/** Guests of tonight by name: the doors hear names in the noise, so part of one is enough. */
export function GuestListSheet({ timeZone, offline, onClose }: GuestListSheetProps): ReactNode {
  const { t } = useTranslation();
  const [letters, setLetters] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const guests = useQuery(guestsQuery(letters.trim()));
  const items = guests.data?.items;
  return (
    <Sheet opened onClose={onClose} title={t('guests.title')} size="wide">
      <label className="door-search">
        <IconSearch size={26} stroke={1.8} aria-hidden />
        <span className="n-hidden">{t('guests.search')}</span>
        <input
          className="door-input"
          type="search"
          value={letters}
          placeholder={t('guests.search')}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          onChange={(event) => setLetters(event.target.value)}
        />
      </label>
      {offline && (
        <p className="door-notice" role="alert">
          {t('guests.offline')}
        </p>
      )}
      {guests.isPending && !items && <LoadingState />}
      {guests.isError && !items && (
        <ErrorState
          title={t('guests.failed')}
          detail={t('guests.failed_detail')}
          onRetry={() => void guests.refetch()}
        />
      )}
      {items?.length === 0 && (
        <EmptyState
          title={letters.trim() ? t('guests.none', { letters: letters.trim() }) : t('guests.empty')}
          detail={letters.trim() ? t('guests.none_detail') : t('guests.empty_detail')}
          action={
            letters.trim() ? <BigButton onPress={() => setLetters('')}>{t('guests.clear')}</BigButton> : undefined
          }
        />
      )}
      <ul className="door-list" aria-label={t('guests.title')}>
        {items?.map((guest) => (
          <GuestRow
            key={guest.id}
            guest={guest}
            timeZone={timeZone}
            offline={offline}
            open={guest.id === openId}
            onOpen={() => setOpenId(guest.id === openId ? null : guest.id)}
          />
        ))}
      </ul>
    </Sheet>
  );
}
