import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql';
import { useAsk } from '../graphql';

export const STATIONS = graphql(`
  query Stations {
    district {
      id
      precincts(first: 100) {
        nodes {
          id
          shortName
        }
      }
    }
  }
`);

interface Props {
  value?: string;
  change: (station?: string) => void;
}

/** A station of the district, for whoever decides across it. */
export function StationSelect({ value, change }: Props) {
  const { t } = useTranslation();
  const { data, loading } = useAsk(STATIONS, {});
  const options = data?.district.precincts.nodes.map(({ id, shortName }) => ({
    value: id,
    label: shortName,
  }));
  return (
    <Select
      aria-label={t('place.precinct')}
      placeholder={t('place.precinct')}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={loading}
      value={value}
      onChange={change}
      options={options}
      style={{ minWidth: 200 }}
    />
  );
}
