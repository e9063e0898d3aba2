import { Card, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import { count } from '../format';
import type { OverviewFiguresFragment } from '../gql/graphql';

const SHOWN = ['households', 'actualPopulation', 'registeredPopulation', 'activeRentals'] as const;

/** The figures a station answers for; each says which population it counts. */
export function Figures({ overview, loading }: { overview?: OverviewFiguresFragment; loading: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="grid">
      {SHOWN.map((figure) => (
        <Card key={figure} size="small">
          <Statistic
            title={t(`figure.${figure}`)}
            value={overview?.[figure]}
            formatter={(value) => (overview ? count(Number(value)) : '–')}
            loading={loading && !overview}
            className="figures"
          />
          <div className="quiet small">{t(`figure.hint.${figure}`)}</div>
        </Card>
      ))}
    </div>
  );
}
