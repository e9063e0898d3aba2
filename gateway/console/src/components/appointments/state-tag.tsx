import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppointmentState } from '../../gql/graphql';

const COLOURS: Record<AppointmentState, string> = {
  BOOKED: 'processing',
  CHECKED_IN: 'success',
  SERVED: 'default',
  NO_SHOW: 'default',
  CANCELLED: 'default',
};

/** Where an appointment is, in words. */
export function AppointmentStateTag({ state }: { state: AppointmentState }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[state]}>{t(`appointmentState.${state}`)}</Tag>;
}
