import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../format';
import type { HouseholdFilter } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { HOUSEHOLD_COUNT } from './query';

/** How many households the filter finds, counted when somebody wants to know. */
export function Count({ filter }: { filter: HouseholdFilter }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const { data, loading } = useAsk(HOUSEHOLD_COUNT, { filter }, !wanted);
  const total = data?.precinct.households.totalCount;
  if (total !== undefined) {
    return (
      <span className="figures" role="status">
        {t('households.total', { total: count(total) })}
      </span>
    );
  }
  return (
    <Button loading={loading} onClick={() => setWanted(true)}>
      {t('households.count')}
    </Button>
  );
}
