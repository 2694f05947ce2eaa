import { relativeAge, StatusDot, useNow } from '@libs/ui';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKey, MadeApiKey } from '../../app/wire';
import { ConfirmSheet } from '../../parts/ConfirmSheet';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { usePages } from '../../parts/usePages';
import { listApiKeys, revokeApiKey } from './api';
import { ApiKeySheet } from './ApiKeySheet';
import { NewApiKeySheet } from './NewApiKeySheet';

/** The keys of apps that are built without code: made, shown once, revoked. */
export function ApiKeys(): ReactNode {
  const { t } = useTranslation();
  const pages = usePages(['api-keys'], listApiKeys);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<MadeApiKey | null>(null);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  return (
    <section className="a-card a-form e-keys">
      <h2 className="a-title">{t('settings.keys')}</h2>
      <div className="a-bar">
        <p className="a-quiet">{t('settings.keys_lead')}</p>
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setAdding(true)}>
            {t('settings.key_new')}
          </Button>
        </div>
      </div>
      <AnswerOf of={pages}>
        {(keys) => (
          <Grid<ApiKey>
            label={t('settings.keys')}
            rows={keys}
            more={pages.more}
            empty={t('settings.keys_none')}
            dim={({ revoked_at }) => revoked_at !== null}
            columns={[
              {
                accessor: 'name',
                title: t('settings.key_app'),
                render: ({ name }) => <span className="a-strong">{name}</span>,
              },
              {
                accessor: 'scopes',
                title: t('settings.key_scopes'),
                visibleMediaQuery: MIDDLE,
                render: ({ scopes }) => scopes.map((scope) => t(`settings.key_scope.${scope}`)).join(', '),
              },
              { accessor: 'state', title: t('settings.key_state'), render: (key) => <KeyState apiKey={key} /> },
              { accessor: 'created_by_name', title: t('settings.key_by'), visibleMediaQuery: ROOMY },
              {
                accessor: 'acts',
                title: <span className="n-hidden">{t('act.actions')}</span>,
                textAlign: 'right',
                render: (key) =>
                  key.revoked_at === null && (
                    <Button
                      variant="subtle"
                      aria-label={t('settings.key_revoke_title', { name: key.name })}
                      onClick={() => setRevoked(key)}
                    >
                      {t('settings.key_revoke')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </AnswerOf>
      {adding && (
        <NewApiKeySheet
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      )}
      {made && <ApiKeySheet made={made} onClose={() => setMade(null)} />}
      {revoked && <RevokeSheet apiKey={revoked} onClose={() => setRevoked(null)} />}
    </section>
  );
}

function KeyState({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow(60_000);
  if (apiKey.revoked_at) return <StatusDot tone="idle">{t('settings.key_revoked')}</StatusDot>;
  if (!apiKey.last_used_at) return <StatusDot tone="idle">{t('settings.key_unused')}</StatusDot>;
  const age = relativeAge(apiKey.last_used_at, now, i18n.language);
  return <StatusDot tone="ok">{t('settings.key_used', { age })}</StatusDot>;
}

interface RevokeSheetProps {
  readonly apiKey: ApiKey;
  readonly onClose: () => void;
}

function RevokeSheet({ apiKey, onClose }: RevokeSheetProps): ReactNode {
  const { t } = useTranslation();
  const act = useAct((id: string) => revokeApiKey(id), {
    refresh: [['api-keys']],
    says: t('settings.key_revoked_done'),
    onDone: onClose,
  });
  return (
    <ConfirmSheet
      title={t('settings.key_revoke_title', { name: apiKey.name })}
      lead={t('settings.key_revoke_lead')}
      submit={t('settings.key_revoke')}
      danger
      act={act}
      to={apiKey.id}
      onClose={onClose}
    />
  );
}
