import { Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentMatter } from '../../gql/graphql';
import { clock } from '../../station-time';
import { Day } from './day';
import type { OpenDay } from './slots';

const MATTERS: readonly AppointmentMatter[] = [
  'REGISTER',
  'RESIDENCE',
  'CERTIFICATE',
  'JOINT_SERVICE',
  'OTHER',
];

/** What somebody comes for. */
export function MatterField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="matter"
      label={t('appointment.matter')}
      rules={[{ required: true, message: t('form.required') }]}
    >
      <Radio.Group
        className="choices"
        options={MATTERS.map((value) => ({ value, label: t(`appointmentMatter.${value}`) }))}
      />
    </Form.Item>
  );
}

/** A day that has a place, and a time of it; a time of another day is none any more. */
export function SlotFields({ days }: { days: readonly OpenDay[] }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<{ startsAt: string }>();
  const [day, setDay] = useState(days.find(({ free }) => free > 0)?.day);
  const chosen = days.find((one) => one.day === day);
  const choose = (next: string) => {
    setDay(next);
    form.resetFields(['startsAt']);
  };
  return (
    <>
      <fieldset className="days">
        <legend>{t('appointment.day')}</legend>
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
              {one.free > 0 ? t('appointment.free', { n: one.free }) : (one.reason ?? t('appointment.closed'))}
            </span>
          </button>
        ))}
      </fieldset>
      {chosen ? (
        <Form.Item
          name="startsAt"
          label={t('appointment.time')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Radio.Group
            className="slots"
            optionType="button"
            options={chosen.slots.map(({ startsAt, endsAt, free }) => ({
              value: startsAt,
              disabled: free === 0,
              label: t('appointment.slot', { from: clock(startsAt), to: clock(endsAt), n: free }),
            }))}
          />
        </Form.Item>
      ) : (
        <p className="quiet">{t('appointment.full')}</p>
      )}
    </>
  );
}
