import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditResult } from '../../gql/graphql';

export const FILTERS = ['function', 'result', 'from', 'to'] as const;
export const RESULTS = ['OK', 'DENIED', 'NOT_FOUND', 'INVALID', 'FAILED'] as const satisfies readonly AuditResult[];
type Filter = Partial<Record<(typeof FILTERS)[number], string>>;

interface Props {
  filter: Filter;
  narrow: (change: Filter) => void;
}

/** By function, result and days. */
export function AuditFilters({ filter, narrow }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(filter.function ?? '');
  return (
    <div className="bar" role="search" aria-label={t('filter.title')}>
      <Input.Search
        aria-label={t('audit.function')}
        placeholder={t('audit.function')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onSearch={(typed) => narrow({ function: typed.trim() || undefined })}
        style={{ width: 220 }}
        allowClear
      />
      <Select
        allowClear
        aria-label={t('audit.result')}
        placeholder={t('audit.result')}
        value={RESULTS.find((result) => result === filter.result)}
        options={RESULTS.map((result) => ({ value: result, label: t(`auditResult.${result}`) }))}
        onChange={(result?: AuditResult) => narrow({ result })}
        style={{ width: 140 }}
      />
      <DatePicker.RangePicker
        aria-label={t('audit.days')}
        allowEmpty
        value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null]}
        onChange={(days) =>
          narrow({ from: days?.[0]?.startOf('day').toISOString(), to: days?.[1]?.endOf('day').toISOString() })
        }
      />
    </div>
  );
}
