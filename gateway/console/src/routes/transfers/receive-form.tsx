import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { RECEIVE_TRANSFER } from './changes';
import type { StepProps } from './steps';
import { useTransferStep } from './use-step';

interface Values {
  certificateNumber: string;
  issuedOn: Dayjs;
}

/** The movers of a station outside come in with their certificate (R04). */
export function ReceiveForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useTransferStep(RECEIVE_TRANSFER, props);
  const required = [{ required: true, message: t('form.required') }];
  const send = ({ certificateNumber, issuedOn }: Values) =>
    void take({ certificateNumber: certificateNumber.trim(), issuedOn: issuedOn.format('YYYY-MM-DD') });
  return (
    <Form<Values> layout="vertical" onFinish={send} requiredMark={false}>
      <Form.Item name="certificateNumber" label={t('transfer.certificate')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="issuedOn" label={t('transfer.issuedOn')} rules={required}>
        <DatePicker maxDate={dayjs()} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('transfer.step.receive')}
      </Button>
    </Form>
  );
}
