import { App, Button, Card, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRefusal } from '../../components/refusal';
import type { RequestRightInput, RightsKind } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { REQUEST_RIGHT } from './query';

const KINDS: readonly RightsKind[] = ['COPY', 'CORRECT', 'DELETE', 'RESTRICT'];

/** What is asked for, and why, in the resident's own words. */
export function RightsForm({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const [form] = Form.useForm<RequestRightInput>();
  const tell = useTell(REQUEST_RIGHT);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const wished = KINDS.find((kind) => kind === params.get('kind'));
  const required = [{ required: true, message: t('form.required') }];
  const send = async (input: RequestRightInput) => {
    setBusy(true);
    const told = await tell({ input });
    setBusy(false);
    const answer = told.data?.requestRight;
    if (refuse(told.failure, answer?.userErrors) || !answer?.rightsRequest) return;
    void message.success(t('my.rights.sent', { day: answer.rightsRequest.dueOn }));
    form.resetFields();
    done();
  };
  return (
    <Card size="small" title={<h2 className="as-text">{t('my.rights.new')}</h2>}>
      <Form
        form={form}
        layout="vertical"
        size="large"
        initialValues={{ kind: wished }}
        onFinish={(input) => void send(input)}
        requiredMark={false}
      >
        <Form.Item name="kind" label={t('my.rights.kind')} rules={required}>
          <Radio.Group
            className="choices"
            options={KINDS.map((kind) => ({ value: kind, label: t(`rightsKind.${kind}`) }))}
          />
        </Form.Item>
        <Form.Item name="text" label={t('my.rights.text')} rules={required}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('my.rights.send')}
        </Button>
      </Form>
    </Card>
  );
}
