import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../components/refusal';
import { useTell } from '../../graphql';
import { REQUEST_APPROVAL } from './reveal';
import type { RevealValues } from './reveal-form';

interface Props {
  personId: string;
  asked: RevealValues;
  close: () => void;
}

/** A minor's clear record needs a responsible person's approval, good for 24 hours (PRV-07). */
export function ApprovalForm({ personId, asked, close }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const tell = useTell(REQUEST_APPROVAL);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const send = async ({ reason }: { reason: string }) => {
    setBusy(true);
    const { purpose, caseRef } = asked;
    const told = await tell({ input: { personId, purpose, caseRef, reason } });
    setBusy(false);
    if (refuse(told.failure, told.data?.requestRevealApproval.userErrors)) return;
    void message.success(t('approval.sent'));
    close();
  };
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={(values) => void send(values)} requiredMark={false}>
      <Alert type="info" showIcon title={t('approval.needed')} style={{ marginBottom: 12 }} />
      <Form.Item name="reason" label={t('approval.reason')} rules={[{ required: true, message: t('form.required') }]}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('approval.request')}
      </Button>
    </Form>
  );
}
