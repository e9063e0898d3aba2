import { Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FailureNotice } from '../../../components/failure-notice';
import { Loading } from '../../../components/loading';
import { useStep } from '../../../components/use-step';
import type { AppointmentMatter } from '../../../gql/graphql';
import { useAsk } from '../../../graphql';
import { clock } from '../../../station-time';
import { MyPage } from '../page';
import { Day } from './day';
import { BOOK_APPOINTMENT, SLOTS } from './query';
import { daysOf, type OpenDay } from './slots';

const MATTERS: readonly AppointmentMatter[] = [
  'REGISTER',
  'RESIDENCE',
  'CERTIFICATE',
  'JOINT_SERVICE',
  'OTHER',
];

/** A day, a time, and what for; evenings and Saturdays are as the station keeps them. */
export function Component() {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(SLOTS, {});
  const days = data && daysOf(data.me.precinct);
  return (
    <MyPage title={t('my.book.new')} back="/my/appointments">
      {failure && <FailureNotice failure={failure} again={again} />}
      {!days && !failure && <Loading />}
      {days && <Choice days={days} again={again} />}
    </MyPage>
  );
}

interface Values {
  startsAt: string;
  matter: AppointmentMatter;
}

function Choice({ days, again }: { days: readonly OpenDay[]; again: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [day, setDay] = useState(days.find(({ free }) => free > 0)?.day);
  const { take, busy } = useStep(BOOK_APPOINTMENT, (data) =>
    data ? void navigate('/my/appointments') : again(),
  );
  const required = [{ required: true, message: t('form.required') }];
  const chosen = days.find((one) => one.day === day);
  const choose = (next: string) => {
    setDay(next);
    form.resetFields(['startsAt']);
  };
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      onFinish={(values) => void take(values)}
      requiredMark={false}
      disabled={busy}
    >
      <Form.Item name="matter" label={t('my.book.matter')} rules={required}>
        <Radio.Group
          className="choices"
          options={MATTERS.map((value) => ({ value, label: t(`appointmentMatter.${value}`) }))}
        />
      </Form.Item>
      <fieldset className="days">
        <legend>{t('my.book.day')}</legend>
        {days.map((one) => (
          <button
            key={one.day}
            type="button"
            className="day"
            aria-pressed={one.day === day}
            disabled={one.free === 0}
            onClick={() => choose(one.day)}
          >
            <Day day={one.day} />
            <span className="small">
              {one.free > 0 ? t('my.book.free', { n: one.free }) : (one.reason ?? t('my.book.closed'))}
            </span>
          </button>
        ))}
      </fieldset>
      {chosen ? (
        <Form.Item name="startsAt" label={t('my.book.time')} rules={required}>
          <Radio.Group
            className="slots"
            optionType="button"
            options={chosen.slots.map(({ startsAt, endsAt, free }) => ({
              value: startsAt,
              disabled: free === 0,
              label: t('my.book.slot', { from: clock(startsAt), to: clock(endsAt), n: free }),
            }))}
          />
        </Form.Item>
      ) : (
        <p className="quiet">{t('my.book.full')}</p>
      )}
      <Button type="primary" htmlType="submit" block loading={busy} disabled={!chosen}>
        {t('my.book.send')}
      </Button>
    </Form>
  );
}
