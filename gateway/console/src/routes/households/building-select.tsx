import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graphql';
import { BUILDINGS } from './query';
import { useLater } from '../../components/use-later';

interface Props {
  communityId?: string;
  value?: string;
  onChange: (building?: string) => void;
}

/** Buildings are too many for a list: the first twenty that match what is typed. */
export function BuildingSelect({ communityId, value, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useLater(typed.trim(), 250);
  const [open, setOpen] = useState(false);
  const asked = useAsk(BUILDINGS, { communityId, search: search || undefined }, !open && !value);
  const options = asked.data?.precinct.buildings.nodes.map(({ id, fullName }) => ({ value: id, label: fullName }));
  return (
    <Select
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={setOpen}
      loading={asked.loading}
      aria-label={t('filter.building')}
      placeholder={t('filter.building')}
      value={value}
      options={options}
      onChange={onChange}
      style={{ width: 240 }}
      popupMatchSelectWidth={false}
    />
  );
}
