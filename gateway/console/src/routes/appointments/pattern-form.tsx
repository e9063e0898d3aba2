import { Button, Checkbox, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useStep } from '../../components/use-step';
import type { OpeningWindowInput, Weekday } from '../../gql/graphql';
import { today } from '../../station-time';
import { SET_OPENING_PATTERN } from './changes';
import { WindowFields } from './window-fields';
import { type OpenWeekday, WEEKDAYS } from './windows';

interface Values {
  weekdays: Weekday[];
  from: Dayjs;
  windows: OpeningWindowInput[];
}

interface Props {
  weekday: OpenWeekday;
  done: (unfit: number) => void;
}

/** Other hours for weekdays from a day on; every booking is looked at again (APT-02). */
export function PatternForm({ weekday: { weekday, windows }, done }: Props) {
  const { t } = useTranslation();
  const { take, busy } = useStep(SET_OPENING_PATTERN, (data) => done(data?.setOpeningPattern.unfit ?? 0));
  const required = [{ required: true, message: t('form.required') }];
  const some = [{ type: 'array' as const, min: 1, message: t('form.required') }];
  const send = ({ from, ...values }: Values) => void take({ ...values, from: from.format('YYYY-MM-DD') });
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ weekdays: [weekday], from: dayjs(today()), windows }}
      onFinish={send}
      requiredMark={false}
    >
      <Form.Item name="weekdays" label={t('appointment.weekday')} rules={some}>
        <Checkbox.Group options={WEEKDAYS.map((value) => ({ value, label: t(`weekday.${value}`) }))} />
      </Form.Item>
      <Form.Item name="from" label={t('appointment.from')} rules={required}>
        <DatePicker allowClear={false} minDate={dayjs(today())} />
      </Form.Item>
      <WindowFields />
      <p className="quiet small">{t('appointment.rechecked')}</p>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('appointment.setHours')}
      </Button>
    </Form>
  );
}
