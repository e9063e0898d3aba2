import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOffices } from '../../components/assist-tasks/offices';
import { useLabel } from '../../components/use-label';
import type { AssistOffice } from '../../gql/graphql';
import { ADD_ASSIST_TASK } from './changes';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

interface Values {
  office: AssistOffice;
  paperCode?: string;
  request: string;
}

/** Asks an office for what it knows or keeps; a paper that it brings is not asked from the resident (JNT-03). */
export function AskForm(props: StepProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { take, busy } = useApplicationStep(ADD_ASSIST_TASK, props);
  const papers = props.application.checklist.map((item) => ({ value: item.code, label: label(item) }));
  return (
    <Form<Values> layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <Form.Item
        name="office"
        label={t('assistTask.office')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Select options={useOffices()} />
      </Form.Item>
      <Form.Item name="paperCode" label={t('assistTask.paper')} extra={t('assistTask.paperHint')}>
        <Select allowClear options={papers} />
      </Form.Item>
      <Form.Item
        name="request"
        label={t('assistTask.request')}
        extra={t('assistTask.noPersonal')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('assistTask.ask')}
      </Button>
    </Form>
  );
}
