import { type ReactNode, useState } from 'react';
import { BigButton } from './BigButton';
import { PersonTile } from './PersonTile';
import { PinPanel, type PinRefusal } from './PinPanel';
import { Sheet } from './Sheet';
import { EmptyState, ErrorState, LoadingState } from './states';

interface Somebody {
  readonly id: string;
  readonly name: string;
}

interface AnothersPinProps {
  readonly title: string;
  /** What the other person says yes to. */
  readonly lead: string;
  /** Whoever may; undefined while that is being asked. */
  readonly people: readonly Somebody[] | undefined;
  /** They could not be asked for. */
  readonly failed: boolean;
  readonly onRetry: () => void;
  readonly words: {
    /** Above the digits. */
    readonly pin: string;
    /** Chooses somebody else. */
    readonly other: string;
    readonly nobody: string;
    readonly nobodyDetail?: string;
    readonly failed: string;
  };
  /** Rejects when the PIN was not taken. */
  readonly onPin: (person: string, pin: string) => Promise<void>;
  readonly refusalOf: (error: unknown) => PinRefusal;
  readonly onClose: () => void;
}

/** Another person says yes with their own PIN: who, then six digits. Needs `@libs/ui/styles/login.css`. */
export function AnothersPin(props: AnothersPinProps): ReactNode {
  const { title, lead, people, failed, onRetry, words, onPin, refusalOf, onClose } = props;
  const [chosen, setChosen] = useState<Somebody | null>(null);
  return (
    <Sheet opened onClose={onClose} title={title}>
      <p className="n-quiet">{lead}</p>
      {!people && !failed && <LoadingState />}
      {failed && <ErrorState detail={words.failed} onRetry={onRetry} />}
      {people?.length === 0 && <EmptyState title={words.nobody} detail={words.nobodyDetail} />}
      {people && !chosen && (
        <div className="n-people n-people--one" role="group" aria-label={title}>
          {people.map((person) => (
            <PersonTile key={person.id} name={person.name} onPress={() => setChosen(person)} />
          ))}
        </div>
      )}
      {chosen && (
        <>
          <PinPanel
            key={chosen.id}
            title={chosen.name}
            detail={words.pin}
            onPin={(pin) => onPin(chosen.id, pin)}
            refusalOf={refusalOf}
          />
          <BigButton look="quiet" wide onPress={() => setChosen(null)}>
            {words.other}
          </BigButton>
        </>
      )}
    </Sheet>
  );
}
