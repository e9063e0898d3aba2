import { Alert, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseFilePicker } from '../../components/case-file-picker';
import { PurposeSelect } from '../../components/purpose-select';
import { useRefusal } from '../../components/refusal';
import type { PersonField, Purpose } from '../../gql/graphql';
import { useTell } from '../../graphql';
import type { Person } from './facts';
import { REVEAL } from './reveal';
import type { Clear } from './reveal-dialog';

const FIELDS: readonly PersonField[] = ['NAME', 'ID_NUMBER', 'PHONE', 'BIRTH_DATE', 'ADDRESS'];

export interface RevealValues {
  purpose: Purpose;
  caseRef: string;
  fields: PersonField[];
}

interface Props {
  person: Person;
  purpose: Purpose;
  shown: (clear: Clear) => void;
  approvalNeeded: (asked: RevealValues) => void;
}

/** For what, under which case file, and which fields: no more than are needed. */
export function RevealForm({ person, purpose, shown, approvalNeeded }: Props) {
  const { t } = useTranslation();
  const tell = useTell(REVEAL);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const required = [{ required: true, message: t('form.required') }];
  const some = [{ type: 'array' as const, min: 1, message: t('form.required') }];
  const send = async (values: RevealValues) => {
    setBusy(true);
    const told = await tell({ input: { ...values, personId: person.id } });
    setBusy(false);
    const answer = told.data?.revealPerson;
    const codes = [told.failure?.code, ...(answer?.userErrors.map((error) => error.code) ?? [])];
    if (codes.includes('APPROVAL_REQUIRED')) approvalNeeded(values);
    else if (!refuse(told.failure, answer?.userErrors) && answer?.revealed) shown(answer.revealed);
  };
  return (
    <Form<RevealValues>
      layout="vertical"
      initialValues={{ purpose, fields: ['ID_NUMBER'] }}
      onFinish={(values) => void send(values)}
      requiredMark={false}
    >
      {person.isMinor && <Alert type="warning" showIcon title={t('reveal.minor')} style={{ marginBottom: 12 }} />}
      <Form.Item name="purpose" label={t('purpose.label')} rules={required}>
        <PurposeSelect />
      </Form.Item>
      <Form.Item name="caseRef" label={t('case.file')} rules={required}>
        <CaseFilePicker />
      </Form.Item>
      <Form.Item name="fields" label={t('reveal.fields')} rules={some}>
        <Checkbox.Group options={FIELDS.map((field) => ({ value: field, label: t(`reveal.field.${field}`) }))} />
      </Form.Item>
      <p className="quiet small">{t('reveal.audited')}</p>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('reveal.go')}
      </Button>
    </Form>
  );
}
