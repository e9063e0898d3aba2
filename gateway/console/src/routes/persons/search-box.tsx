import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseFilePicker } from '../../components/case-file-picker';
import { PurposeSelect } from '../../components/purpose-select';
import { choosePurpose, usePurpose } from '../../purpose';
import { type Kind, recognise, termOf } from './term';
import type { Question } from './use-search';

const KINDS: readonly Kind[] = ['idNumber', 'phone', 'name', 'pinyin', 'initials', 'householdNumber', 'address'];

interface Props {
  district: boolean;
  busy: boolean;
  ask: (question: Question) => void;
}

/** One box for everything people are known by; what it was taken for can be corrected. */
export function SearchBox({ district, busy, ask }: Props) {
  const { t } = useTranslation();
  const purpose = usePurpose();
  const [typed, setTyped] = useState('');
  const [forced, setForced] = useState<Kind>();
  const [caseRef, setCaseRef] = useState<string>();
  const term = forced && typed.trim() ? termOf(forced, typed) : recognise(typed);
  const ready = Boolean(term && purpose && (!district || caseRef));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (term && purpose && ready) ask({ term, purpose, caseRef: district ? caseRef : undefined });
  };
  return (
    <search>
      <form className="bar" onSubmit={submit}>
        <Input
          autoFocus
          size="large"
          style={{ flex: '1 1 280px' }}
          aria-label={t('search.term')}
          aria-describedby="search-hint"
          placeholder={t('search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          allowClear
        />
        <Select
          allowClear={Boolean(forced)}
          aria-label={t('search.takenFor')}
          value={forced ?? term?.kind}
          placeholder={t('search.takenFor')}
          onChange={(kind?: Kind) => setForced(kind)}
          options={KINDS.map((kind) => ({ value: kind, label: t(`search.kind.${kind}`) }))}
          style={{ width: 150 }}
        />
        <PurposeSelect value={purpose} onChange={choosePurpose} />
        {district && (
          <div style={{ width: 220 }}>
            <CaseFilePicker value={caseRef} onChange={setCaseRef} />
          </div>
        )}
        <Button type="primary" htmlType="submit" icon={<SearchOutlined aria-hidden />} disabled={!ready} loading={busy}>
          {t('search.go')}
        </Button>
      </form>
      <p id="search-hint" className="quiet small" role="status">
        {term && !term.checks ? t('search.checkFails') : t(purpose ? 'search.hint' : 'search.purposeFirst')}
      </p>
    </search>
  );
}
