import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLater } from '../../components/use-later';
import { useAsk } from '../../graphql';
import { DWELLINGS } from './filing-query';

interface Props {
  id?: string;
  value?: string;
  onChange?: (dwelling: string) => void;
}

/** Dwellings are too many for a list: the first twenty whose address begins with what is typed. */
export function DwellingSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useLater(typed.trim(), 250);
  const { data, loading } = useAsk(DWELLINGS, { search: search || undefined });
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('transfer.dwellingHint')}
      loading={loading}
      value={value}
      onChange={onChange}
      options={data?.precinct.dwellings.nodes.map((dwelling) => ({
        value: dwelling.id,
        label: dwelling.label,
      }))}
      style={{ maxWidth: 420 }}
    />
  );
}
