import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { type CategoryHue, hueStyle } from './hues';
import { useEdges } from './useEdges';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Colours the icon and the chosen tab of `categories`. */
  readonly hue?: CategoryHue | number;
  readonly disabled?: boolean;
}

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Key>[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
  /** `segments` one choice in bone (payment methods); `categories` icon above the word; `small` 44 px, admin only. */
  readonly look?: 'segments' | 'categories' | 'small';
  /** Id of the element that the tabs switch, for screen readers. */
  readonly controls?: string;
}

/** Tabs that scroll sideways when they do not fit and then show, with an arrow at the edge, that there are more. */
export function Tabs<Key extends string>(props: TabsProps<Key>): ReactNode {
  const { label, tabs, chosen, onChoose, look = 'segments', controls } = props;
  const strip = useRef<HTMLDivElement>(null);
  const edges = useEdges(strip);

  useEffect(() => {
    strip.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);

  const moveWithArrows = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const open = tabs.filter((tab) => !tab.disabled);
    const next = open[(open.findIndex((tab) => tab.key === chosen) + step + open.length) % open.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    strip.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  };

  return (
    <div
      className={`n-tabs n-tabs--${look}`}
      data-more-before={edges.before || undefined}
      data-more-after={edges.after || undefined}
    >
      <div ref={strip} className="n-tabs__strip" role="tablist" aria-label={label} onKeyDown={moveWithArrows}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            className="n-press n-tab"
            data-key={tab.key}
            data-cat={tab.hue === undefined ? undefined : ''}
            style={tab.hue === undefined ? undefined : hueStyle(tab.hue)}
            aria-selected={tab.key === chosen}
            aria-controls={controls}
            tabIndex={tab.key === chosen ? 0 : -1}
            disabled={tab.disabled}
            onClick={() => onChoose(tab.key)}
          >
            {tab.icon && (
              <span className="n-tab__icon" aria-hidden>
                {tab.icon}
              </span>
            )}
            <span>{tab.label}</span>
          </button>
        ))}
      </div>
      {edges.before && <IconChevronLeft className="n-tabs__edge n-tabs__edge--before" size={22} aria-hidden />}
      {edges.after && <IconChevronRight className="n-tabs__edge n-tabs__edge--after" size={22} aria-hidden />}
    </div>
  );
}
