import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../i18n/LanguageSwitch';
import { Clock } from './Clock';
import { PersonTile } from './PersonTile';
import { PinPanel, type PinRefusal } from './PinPanel';
import { ErrorState, LoadingState } from './states';
import { Wordmark } from './TopBar';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role?: string | undefined;
}

interface PinLoginProps {
  readonly house: string;
  /** Below the clock: night and tablet. */
  readonly place: string;
  readonly badge: ReactNode;
  /** Who may be picked; null while nobody knows. */
  readonly people: readonly Person[] | null;
  /** The list could not be asked for. */
  readonly failed: boolean;
  readonly onRetry: () => void;
  /** What to know while the list cannot be read. */
  readonly failedDetail: string;
  /** What to do when nobody may be picked. */
  readonly nobody: string;
  /** Whose session is locked on this tablet: chosen already, and one PIN away. */
  readonly ownerId: string | null;
  readonly onPin: (personId: string, pin: string) => Promise<void>;
  readonly refusalOf: (error: unknown) => PinRefusal;
  /** Beside the choice of language. */
  readonly foot?: ReactNode;
}

/** Pick a name, type six digits. The same screen unlocks, and lets another person take over. */
export function PinLogin(props: PinLoginProps): ReactNode {
  const { house, place, badge, people, failed, onRetry, failedDetail, nobody, ownerId, onPin, refusalOf, foot } = props;
  const { t } = useTranslation('ui');
  const [chosenId, setChosenId] = useState(ownerId);
  const chosen = people?.find((person) => person.id === chosenId);
  return (
    <main className="n-login">
      <section className="n-login__house" aria-label={house}>
        <header className="n-login__head">
          <h1>
            <Wordmark>{house}</Wordmark>
          </h1>
          {badge}
        </header>
        <div className="n-login__time">
          <Clock size="huge" />
          <p className="n-login__place">{place}</p>
        </div>
        {people === null && !failed && <LoadingState />}
        {failed && !people?.length && (
          <ErrorState title={t('login.no_people')} detail={failedDetail} onRetry={onRetry} />
        )}
        {people?.length === 0 && !failed && <p className="n-login__nobody">{nobody}</p>}
        <div className="n-people" role="group" aria-label={t('login.who')}>
          {people?.map((person) => (
            <PersonTile
              key={person.id}
              name={person.name}
              role={person.role}
              chosen={person.id === chosenId}
              onPress={() => setChosenId(person.id)}
            />
          ))}
        </div>
        <footer className="n-login__foot">
          <LanguageSwitch />
          {foot}
        </footer>
      </section>
      <section className="n-login__pin" aria-label={t('login.pin_region')}>
        <PinPanel
          key={chosenId ?? 'nobody'}
          title={chosen ? chosen.name : t('login.who')}
          detail={chosen ? t('login.pin') : t('login.pick')}
          disabled={!chosen}
          onPin={async (pin) => {
            if (chosen) await onPin(chosen.id, pin);
          }}
          refusalOf={refusalOf}
        />
      </section>
    </main>
  );
}
