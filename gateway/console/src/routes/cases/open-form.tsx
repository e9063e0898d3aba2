import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../components/refusal';
import type { CaseFileKind, CaseFileRowFragment } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { OPEN_CASE_FILE } from './query';

const KINDS: readonly CaseFileKind[] = ['APPLICATION', 'INCIDENT', 'VERIFICATION', 'ASSISTANCE'];

/** Opens a case file; usable inside another form, so it is not a form itself. */
export function OpenCaseFile({ opened }: { opened: (file: CaseFileRowFragment) => void }) {
  const { t } = useTranslation();
  const tell = useTell(OPEN_CASE_FILE);
  const refuse = useRefusal();
  const [kind, setKind] = useState<CaseFileKind>('APPLICATION');
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const told = await tell({ input: { kind, title: title.trim() } });
    setBusy(false);
    const answer = told.data?.openCaseFile;
    if (refuse(told.failure, answer?.userErrors)) return;
    setTitle('');
    if (answer?.caseFile) opened(answer.caseFile);
  };
  return (
    <Space.Compact block>
      <Select
        aria-label={t('case.kind')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t(`caseKind.${value}`) }))}
        style={{ width: 130 }}
      />
      <Input
        aria-label={t('case.title')}
        placeholder={t('case.title')}
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button loading={busy} disabled={!title.trim()} onClick={() => void send()}>
        {t('case.open')}
      </Button>
    </Space.Compact>
  );
}
