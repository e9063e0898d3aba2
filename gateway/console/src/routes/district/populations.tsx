import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart';
import type { DistrictOverviewQuery } from '../../gql/graphql';

type Precincts = DistrictOverviewQuery['district']['precincts']['nodes'];

/** The largest precincts by who lives there beside who is registered there; the table has them all. */
const SHOWN = 12;
/** Pixels for one precinct's two bars. */
const ROW = 26;

export function Populations({ precincts }: { precincts: Precincts }) {
  const { t, i18n } = useTranslation();
  const option = useMemo(() => {
    const largest = [...precincts]
      .sort((a, b) => b.overview.actualPopulation - a.overview.actualPopulation)
      .slice(0, SHOWN)
      .reverse();
    const bars = (figure: 'actualPopulation' | 'registeredPopulation', color: string) => ({
      type: 'bar',
      name: t(`figure.${figure}`),
      itemStyle: { color },
      barMaxWidth: 12,
      data: largest.map((precinct) => precinct.overview[figure]),
    });
    return {
      tooltip: { trigger: 'axis' },
      legend: { bottom: 0 },
      grid: { left: 8, right: 24, top: 8, bottom: 32, containLabel: true },
      xAxis: { type: 'value' },
      yAxis: { type: 'category', data: largest.map((precinct) => precinct.shortName), axisLabel: { interval: 0 } },
      series: [bars('registeredPopulation', '#8fbbe0'), bars('actualPopulation', '#1d4a80')],
    };
    // The words of the picture change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [precincts, t, i18n.language]);
  const height = 60 + ROW * Math.max(4, Math.min(SHOWN, precincts.length));
  return <Chart option={option} label={t('district.populations')} height={height} />;
}
