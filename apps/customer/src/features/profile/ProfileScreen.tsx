import { BigButton, LanguageSwitch } from '@libs/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { profileQuery } from '../../app/queries';
import type { Profile } from '../../app/wire';
import { useLogOut } from '../../parts/useLogOut';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import { RowLink } from '../../parts/RowLink';
import { writtenRut } from '../../parts/rut';
import { dayInWords } from '../../parts/when';

/** Who I am to the house, and everything that I can change about it. */
export function ProfileScreen(): ReactNode {
  const { t } = useTranslation();
  const profile = useQuery(profileQuery);
  const logOut = useLogOut();
  const take = useMutation({ mutationFn: api.exportAll, onSuccess: saveAsFile });
  return (
    <Page title={t('profile.title')}>
      {profile.data ? <Facts profile={profile.data} /> : <QueryState query={profile} />}
      <section className="guest-section" aria-labelledby="profile-account">
        <h2 id="profile-account" className="guest-section__title">
          {t('profile.account')}
        </h2>
        <div className="guest-rows">
          <RowLink to="/points">{t('profile.points')}</RowLink>
          <RowLink to="/profile/data">{t('profile.change_data')}</RowLink>
          <RowLink to="/profile/email">{t('profile.change_email')}</RowLink>
          <RowLink to="/profile/password">{t('profile.change_password')}</RowLink>
        </div>
        <div className="guest-setting">
          <span>{t('profile.language')}</span>
          <LanguageSwitch />
        </div>
      </section>
      <section className="guest-section" aria-labelledby="profile-privacy">
        <h2 id="profile-privacy" className="guest-section__title">
          {t('profile.privacy')}
        </h2>
        <p className="guest-text2">{t('profile.export_detail')}</p>
        <BigButton busy={take.isPending} onPress={() => take.mutate()}>
          {t('profile.export')}
        </BigButton>
        <FailureNotice error={take.error} />
        <Link to="/profile/delete" className="n-press guest-link guest-link--bad">
          {t('profile.delete')}
        </Link>
      </section>
      <BigButton wide onPress={logOut}>
        {t('profile.log_out')}
      </BigButton>
    </Page>
  );
}

function Facts({ profile }: { readonly profile: Profile }): ReactNode {
  const { t, i18n } = useTranslation();
  const facts = [
    [t('field.name'), profile.name],
    [t('field.email'), profile.email],
    [t('field.phone'), profile.phone],
    [t('field.rut'), profile.rut && writtenRut(profile.rut)],
    [t('field.birth_date'), profile.birth_date && dayInWords(profile.birth_date, i18n.language, 'year')],
  ] as const;
  return (
    <dl className="guest-facts">
      {facts.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value ?? t('profile.unknown')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Hands the data over as a file that other programs can read. */
function saveAsFile(data: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'noche-mis-datos.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
