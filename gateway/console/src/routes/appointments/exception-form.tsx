import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStep } from '../../components/use-step';
import type { OpeningDayRowFragment, OpeningWindowInput } from '../../gql/graphql';
import { SET_OPENING_EXCEPTION } from './changes';
import { WindowFields } from './window-fields';

const WAYS = ['closed', 'otherwise', 'asUsual'] as const;
type Way = (typeof WAYS)[number];

interface Values {
  reason: string;
  windows?: OpeningWindowInput[];
}

interface Props {
  day: OpeningDayRowFragment;
  done: (unfit: number) => void;
}

/** One day otherwise than its weekday says, or as it says again; why is read by residents (APT-02). */
export function ExceptionForm({ day: { day, windows, basis }, done }: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('closed');
  const { take, busy } = useStep(SET_OPENING_EXCEPTION, (data) => done(data?.setOpeningException.unfit ?? 0));
  const ways = WAYS.filter((one) => one !== 'asUsual' || basis === 'EXCEPTION');
  const send = ({ reason, windows = [] }: Values) => {
    const opened = { closed: [], otherwise: windows, asUsual: undefined };
    void take({ day, reason, windows: opened[way] });
  };
  return (
    <Form<Values> layout="vertical" initialValues={{ windows }} onFinish={send} requiredMark={false}>
      <Segmented<Way>
        aria-label={t('appointment.hours')}
        value={way}
        onChange={setWay}
        options={ways.map((value) => ({ value, label: t(`appointment.way.${value}`) }))}
        style={{ marginBottom: 12 }}
      />
      {way === 'otherwise' && <WindowFields />}
      <Form.Item
        name="reason"
        label={t('appointment.why')}
        extra={t('appointment.whyHint')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <p className="quiet small">{t('appointment.rechecked')}</p>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('appointment.setHours')}
      </Button>
    </Form>
  );
}
