import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointRule } from '../../app/wire';
import { PesosInput, WholeInput } from '../../parts/fields';
import { useFormat } from '../../parts/format';
import { FormSheet } from '../../parts/FormSheet';
import { Grid, MIDDLE } from '../../parts/Grid';
import { NightSelect } from '../../parts/NightSelect';
import { AnswerOf } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { categoriesQuery, endRule, rulesQuery, saveRule } from './api';
import { NewButton } from './NewButton';

/** How many pesos are a point, of what, and when. A changed rule is a new one: the past stays as it was earned. */
export function Rules(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(rulesQuery);
  const categories = useQuery(categoriesQuery);
  const [shown, setShown] = useState<PointRule | 'new' | null>(null);
  const nameOf = (id: string): string => categories.data?.find((one) => one.id === id)?.name ?? '…';
  return (
    <>
      <NewButton word={t('points.new_rule')} onPress={() => setShown('new')} />
      <AnswerOf of={query}>
        {(rules) => (
          <Grid<PointRule>
            label={t('points.tab.rules')}
            rows={rules}
            empty={t('points.no_rules')}
            columns={[
              {
                accessor: 'name',
                title: t('points.name'),
                render: (rule) => (
                  <button type="button" className="a-rowlink" onClick={() => setShown(rule)}>
                    <strong>{rule.name}</strong>
                  </button>
                ),
              },
              {
                accessor: 'pesos_per_point',
                title: t('points.worth'),
                render: ({ pesos_per_point: pesos, multiplier_percent: percent }) =>
                  t('points.worth_of', { pesos: format.count(pesos), times: format.count(percent / 100) }),
              },
              {
                accessor: 'category_ids',
                title: t('points.of'),
                visibleMediaQuery: MIDDLE,
                render: ({ category_ids: ids }) => (ids ? ids.map(nameOf).join(', ') : t('points.everything')),
              },
              {
                accessor: 'starts_at',
                title: t('points.when'),
                visibleMediaQuery: MIDDLE,
                render: ({ starts_at: from, ends_at: until, night_id: night }) =>
                  from && until
                    ? `${format.moment(from)} – ${format.moment(until)}`
                    : t(night ? 'points.one_night' : 'points.always'),
              },
            ]}
          />
        )}
      </AnswerOf>
      {shown && <RuleSheet rule={shown === 'new' ? undefined : shown} onClose={() => setShown(null)} />}
    </>
  );
}

interface RuleSheetProps {
  /** None for a new one. */
  readonly rule: PointRule | undefined;
  readonly onClose: () => void;
}

function RuleSheet({ rule, onClose }: RuleSheetProps): ReactNode {
  const { t } = useTranslation();
  const categories = useQuery(categoriesQuery);
  const [name, setName] = useState(rule?.name ?? '');
  const [pesos, setPesos] = useState<number | string>(rule?.pesos_per_point ?? 100);
  const [percent, setPercent] = useState<number | string>(rule?.multiplier_percent ?? 100);
  const [only, setOnly] = useState<string[]>([...(rule?.category_ids ?? [])]);
  const [night, setNight] = useState<string | undefined>(rule?.night_id ?? undefined);
  const [tried, setTried] = useState(false);
  const draft = {
    ...{ name: name.trim(), pesos_per_point: Number(pesos), multiplier_percent: Number(percent) },
    ...{ category_ids: only.length > 0 ? only : null, night_id: night ?? null },
    ...{ starts_at: rule?.starts_at ?? null, ends_at: rule?.ends_at ?? null },
  };
  const complete = draft.name !== '' && draft.pesos_per_point > 0 && draft.multiplier_percent > 0;
  const done = { refresh: [['points']], onDone: onClose };
  const save = useAct((given: typeof draft) => saveRule(rule?.id, given), done);
  const end = useAct((id: string) => endRule(id), { ...done, says: t('points.ended') });
  const mustBe = (bad: boolean, word: 'form.required' | 'form.positive') => (tried && bad ? t(word) : undefined);
  return (
    <FormSheet
      title={rule ? t('points.rule') : t('points.new_rule')}
      busy={save.busy || end.busy}
      failure={save.failure ?? end.failure}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (complete) void save.run(draft);
      }}
    >
      <p className="a-lead">{t('points.rule_lead')}</p>
      <TextInput
        label={t('points.name')}
        required
        data-autofocus
        maxLength={80}
        value={name}
        error={mustBe(draft.name === '', 'form.required')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="a-two">
        <PesosInput
          label={t('points.pesos')}
          required
          value={pesos}
          error={mustBe(!(draft.pesos_per_point > 0), 'form.positive')}
          onChange={setPesos}
        />
        <WholeInput
          label={t('points.percent')}
          description={t('points.percent_hint')}
          required
          value={percent}
          error={mustBe(!(draft.multiplier_percent > 0), 'form.positive')}
          onChange={setPercent}
        />
      </div>
      <MultiSelect
        label={t('points.of')}
        placeholder={only.length === 0 ? t('points.everything') : undefined}
        clearable
        data={(categories.data ?? []).map(({ id, name: word }) => ({ value: id, label: word }))}
        value={only}
        onChange={setOnly}
      />
      <NightSelect planned value={night} onChange={setNight} />
      {rule && (
        <Button variant="light" className="a-danger" loading={end.busy} onClick={() => void end.run(rule.id)}>
          {t('points.end')}
        </Button>
      )}
    </FormSheet>
  );
}
