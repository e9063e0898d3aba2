import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../graphql';
import { OpenCaseFile } from '../routes/cases/open-form';
import { CASE_FILES } from '../routes/cases/query';
import { may, useViewer } from '../viewer';

interface Props {
  id?: string;
  value?: string;
  onChange?: (number: string) => void;
}

/** The open case files of the precinct; a new one can be opened on the spot. */
export function CaseFilePicker({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [opening, setOpening] = useState(false);
  const { data, loading, again } = useAsk(CASE_FILES, { state: 'OPEN', first: 100 });
  const options = data?.precinct.caseFiles.nodes.map(({ number, title }) => ({
    value: number,
    label: `${number} ${title}`,
  }));
  return (
    <div className="stack">
      <Select
        id={id}
        aria-label={t('case.file')}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('case.choose')}
        loading={loading}
        value={value}
        onChange={onChange}
        options={options}
      />
      {opening ? (
        <OpenCaseFile
          opened={(file) => {
            setOpening(false);
            again();
            onChange?.(file.number);
          }}
        />
      ) : (
        may(viewer, 'CASE_FILES', 'MANAGE') && (
          <div>
            <Button type="link" style={{ padding: 0 }} onClick={() => setOpening(true)}>
              {t('case.openNew')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
