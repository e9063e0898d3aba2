import { Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { day, moment } from '../../format';
import type { HouseholdQuery } from '../../gql/graphql';
import { StateTag } from './table';

export type Household = NonNullable<HouseholdQuery['precinct']['household']>;

/** The booklet's first page, masked. */
export function Header({ household }: { household: Household }) {
  const { t } = useTranslation();
  const items = [
    { key: 'number', label: t('household.number'), children: <span className="number">{household.number}</span> },
    { key: 'head', label: t('household.head'), children: household.headName },
    { key: 'kind', label: t('household.kind'), children: t(`householdKind.${household.kind}`) },
    { key: 'state', label: t('household.state'), children: <StateTag state={household.state} /> },
    { key: 'address', label: t('household.address'), children: household.addressMasked },
    { key: 'community', label: t('place.community'), children: household.community.name },
    { key: 'beat', label: t('place.beat'), children: household.beat?.name ?? '–' },
    { key: 'established', label: t('household.establishedOn'), children: day(household.establishedOn) },
    ...(household.closedOn
      ? [{ key: 'closed', label: t('household.closedOn'), children: day(household.closedOn) }]
      : []),
    { key: 'updated', label: t('record.updatedAt'), children: moment(household.updatedAt) },
  ];
  return (
    <Card size="small">
      <Descriptions size="small" column={{ xs: 1, sm: 2, lg: 3 }} items={items} />
    </Card>
  );
}
