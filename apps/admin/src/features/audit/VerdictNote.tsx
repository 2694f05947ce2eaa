import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditVerdict } from '../../app/wire';
import { useFormat } from '../../parts/format';

/** Whether the chains of the audit hold, and where they do not. */
export function VerdictNote({ verdict }: { readonly verdict: AuditVerdict }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { ok, entries, chains, anchors, broken } = verdict;
  if (ok) {
    return (
      <div className="a-note" data-tone="ok" role="status">
        <IconShieldCheck size={24} stroke={1.8} aria-hidden />
        <p>
          {t('audit.verified', {
            entries: format.count(entries),
            chains: format.count(chains),
            anchors: format.count(anchors),
          })}
        </p>
      </div>
    );
  }
  return (
    <div className="a-note" data-tone="bad" role="alert">
      <IconShieldX size={24} stroke={1.8} aria-hidden />
      <div>
        <p>
          <strong>{t('audit.broken', { count: broken.length })}</strong>
        </p>
        <ul>
          {broken.map(({ chain, position, problem }) => (
            <li key={`${chain} ${String(position)} ${problem}`}>
              {t('audit.broken_at', { chain, position, problem: t(`audit.problems.${problem}`) })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
