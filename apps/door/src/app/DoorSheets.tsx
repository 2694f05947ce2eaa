import { useLink } from '@libs/screen';
import { useToast } from '@libs/ui';
import { TypeSheet } from '@libs/ui/scan';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GuestListSheet } from '../features/guests/GuestListSheet';
import { LogSheet } from '../features/log/LogSheet';
import { UndoSheet } from '../features/log/UndoSheet';
import { SellSheet } from '../features/sell/SellSheet';
import { TurnAwaySheet } from '../features/turn-away/TurnAwaySheet';
import type { Crossing, Me, TurnedAway } from './api';
import { SettingsSheet } from './SettingsSheet';

/** What lies over the scan screen. */
export type OpenSheet =
  | { readonly kind: 'type' | 'guests' | 'log' | 'settings' }
  | { readonly kind: 'sell'; readonly nightId: string }
  | { readonly kind: 'turn_away'; readonly reason: TurnedAway | null }
  | { readonly kind: 'undo'; readonly crossing: Crossing };

interface DoorSheetsProps {
  readonly me: Me;
  readonly nightId: string | undefined;
  readonly open: OpenSheet | null;
  readonly onOpen: (sheet: OpenSheet | null) => void;
  readonly onCode: (code: string) => void;
}

/** The sheet that is open, one at a time. */
export function DoorSheets({ me, nightId, open, onOpen, onCode }: DoorSheetsProps): ReactNode {
  const { t } = useTranslation();
  const { link } = useLink();
  const queries = useQueryClient();
  const toast = useToast();
  const close = (): void => onOpen(null);
  const done = (text: string, then: OpenSheet | null): void => {
    for (const list of ['heads', 'crossings', 'refusals', 'guests']) {
      void queries.invalidateQueries({ queryKey: [list] });
    }
    toast({ text, outcome: 'ok' });
    onOpen(then);
  };
  const timeZone = me.venue.time_zone;
  const mayUndo = me.permissions.includes('door.undo');
  switch (open?.kind) {
    case undefined:
      return null;
    case 'type':
      return <TypeSheet prefix={me.venue.ticket_prefix} onCode={onCode} onClose={close} />;
    case 'guests':
      return <GuestListSheet timeZone={timeZone} offline={link === 'offline'} onClose={close} />;
    case 'sell':
      return <SellSheet venueId={me.venue.id} nightId={open.nightId} onClose={close} />;
    case 'log':
      return (
        <LogSheet
          nightId={nightId}
          timeZone={timeZone}
          onUndo={mayUndo ? (crossing) => onOpen({ kind: 'undo', crossing }) : undefined}
          onClose={close}
        />
      );
    case 'settings':
      return <SettingsSheet onClose={close} />;
    case 'turn_away':
      return <TurnAwaySheet reason={open.reason} onDone={() => done(t('turn_away.done'), null)} onClose={close} />;
    case 'undo':
      return (
        <UndoSheet
          crossing={open.crossing}
          onDone={() => done(t('undo.done'), { kind: 'log' })}
          onClose={() => onOpen({ kind: 'log' })}
        />
      );
  }
}
