import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface PersonTileProps {
  readonly name: string;
  /** "Cajera", "Barra". */
  readonly role?: string;
  readonly chosen?: boolean;
  readonly onPress: () => void;
}

/** A person who works on this station: `<PersonTile name="Camila" role="Cajera" chosen onPress={…} />` */
export function PersonTile({ name, role, chosen = false, onPress }: PersonTileProps): ReactNode {
  return (
    <button type="button" className="n-press n-person" aria-pressed={chosen} onClick={onPress}>
      <Initial name={name} />
      <span className="n-person__words">
        <span className="n-person__name">{name}</span>
        {role && <span className="n-person__role">{role}</span>}
      </span>
    </button>
  );
}

interface PersonBadgeProps {
  readonly name: string;
  /** What a press does, in words: "Bloquear". */
  readonly action: string;
  readonly onPress: () => void;
}

/** Who works at this till, at the right end of the top bar; one press locks it. */
export function PersonBadge({ name, action, onPress }: PersonBadgeProps): ReactNode {
  return (
    <button type="button" className="n-press n-who" onClick={onPress}>
      <Initial name={name} />
      <span className="n-who__name">{name}</span>
      <IconLock size={22} stroke={1.7} aria-hidden />
      <span className="n-hidden">, {action}</span>
    </button>
  );
}

/** The first letter of a name in a circle. Decoration: the name stands beside it. */
export function Initial({ name }: { readonly name: string }): ReactNode {
  return (
    <span className="n-initial" aria-hidden>
      {(Array.from(name.trim())[0] ?? '').toLocaleUpperCase('es')}
    </span>
  );
}
