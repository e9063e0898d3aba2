import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graphql';
import { BuildingSelect } from './building-select';
import { PLACES } from './query';

export const FILTERS = ['beat', 'community', 'building', 'number', 'state'] as const;
type Filter = Partial<Record<(typeof FILTERS)[number], string>>;

interface Props {
  filter: Filter;
  narrow: (change: Filter) => void;
}

/** Narrowing a wider place forgets the narrower ones inside it. */
export function Filters({ filter, narrow }: Props) {
  const { t } = useTranslation();
  const { data } = useAsk(PLACES, {});
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const communities = data?.precinct.communities.filter((c) => !filter.beat || c.beat?.id === filter.beat) ?? [];
  const states = (['ACTIVE', 'CLOSED'] as const).map((state) => ({ value: state, label: t(`householdState.${state}`) }));
  return (
    <div className="bar" role="search" aria-label={t('filter.title')}>
      <NumberPrefix key={filter.number} value={filter.number} narrow={(number) => narrow({ number })} />
      <Select
        allowClear
        aria-label={t('filter.beat')}
        placeholder={t('filter.beat')}
        value={filter.beat}
        options={data?.precinct.beats.map(option)}
        onChange={(beat?: string) => narrow({ beat, community: undefined, building: undefined })}
        style={{ width: 170 }}
      />
      <Select
        allowClear
        aria-label={t('filter.community')}
        placeholder={t('filter.community')}
        value={filter.community}
        options={communities.map(option)}
        onChange={(community?: string) => narrow({ community, building: undefined })}
        style={{ width: 170 }}
      />
      <BuildingSelect
        communityId={filter.community}
        value={filter.building}
        onChange={(building) => narrow({ building })}
      />
      <Select
        allowClear
        aria-label={t('filter.state')}
        placeholder={t('filter.state')}
        value={filter.state}
        options={states}
        onChange={(state?: string) => narrow({ state })}
        style={{ width: 110 }}
      />
      <Button onClick={() => narrow(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}>
        {t('filter.clear')}
      </Button>
    </div>
  );
}

function NumberPrefix({ value, narrow }: { value?: string; narrow: (number?: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value ?? '');
  return (
    <Input.Search
      aria-label={t('filter.number')}
      placeholder={t('filter.number')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(typed) => narrow(typed.trim() || undefined)}
      style={{ width: 210 }}
      allowClear
    />
  );
}
