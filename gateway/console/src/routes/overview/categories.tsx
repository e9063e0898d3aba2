import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart';
import { count } from '../../format';
import type { OverviewFiguresFragment, PopulationCategory } from '../../gql/graphql';

/** One colour a category, told apart by lightness as well as hue. */
const COLOURS: Record<PopulationCategory, string> = {
  REGISTERED_RESIDENT: '#1d4a80',
  FLOATING: '#3f86c4',
  CITY_SEPARATED: '#8fbbe0',
  OVERSEAS: '#c98a1b',
  REGISTERED_AWAY: '#9aa5b3',
};

/** The five categories as a picture and in numbers; the one that does not live here is set apart. */
export function Categories({ counts }: { counts: OverviewFiguresFragment['byCategory'] }) {
  const { t, i18n } = useTranslation();
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'item' },
      series: [
        {
          type: 'pie',
          radius: ['52%', '80%'],
          label: { show: false },
          itemStyle: { borderColor: '#fff', borderWidth: 1 },
          data: counts.map(({ category, count: value }) => ({
            name: t(`category.${category}`),
            value,
            itemStyle: { color: COLOURS[category] },
          })),
        },
      ],
    }),
    // The words of the picture change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [counts, t, i18n.language],
  );
  return (
    <div className="categories">
      <Chart option={option} label={t('overview.categories')} height={220} />
      <table className="facts figures">
        <caption className="unseen">{t('overview.categories')}</caption>
        <tbody>
          {counts.map(({ category, count: value }) => (
            <tr key={category}>
              <th scope="row">
                <span className="dot" style={{ background: COLOURS[category] }} />
                <span>{t(`category.${category}`)}</span>
                <div className="quiet small">{t(`category.hint.${category}`)}</div>
              </th>
              <td>{count(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
