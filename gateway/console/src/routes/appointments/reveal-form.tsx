import { Button, Descriptions, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Marked } from '../../components/page';
import { PurposeSelect } from '../../components/purpose-select';
import { useRefusal } from '../../components/refusal';
import { useClear } from '../../components/use-clear';
import type { Purpose, RevealAppointmentMutation } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { choosePurpose, usePurpose } from '../../purpose';
import { REVEAL_APPOINTMENT } from './changes';

type Clear = NonNullable<RevealAppointmentMutation['revealAppointment']['revealed']>;

/** Long enough to call somebody. */
const SECONDS = 60;

/** Whom staff booked for, in clear, to be called: for a purpose, and on the record (PRV-02). */
export function RevealForm({ appointmentId }: { appointmentId: string }) {
  const { t } = useTranslation();
  const tell = useTell(REVEAL_APPOINTMENT);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const purpose = usePurpose();
  const { clear, show, hide, left } = useClear<Clear>(SECONDS);
  const reveal = async (purpose: Purpose) => {
    setBusy(true);
    const told = await tell({ input: { appointmentId, purpose } });
    setBusy(false);
    const answer = told.data?.revealAppointment;
    if (!refuse(told.failure, answer?.userErrors) && answer?.revealed) show(answer.revealed);
  };
  if (clear) {
    const items = [
      { key: 'name', label: t('person.name'), children: clear.name ?? '–' },
      { key: 'phone', label: t('person.phone'), children: clear.phone ?? '–' },
    ];
    return (
      <Marked>
        <Descriptions bordered size="small" column={1} items={items} className="figures" />
        <p className="quiet">{t('reveal.left', { seconds: left })}</p>
        <Button onClick={hide}>{t('reveal.hide')}</Button>
      </Marked>
    );
  }
  return (
    <Form layout="vertical" onFinish={() => purpose && void reveal(purpose)} requiredMark={false}>
      <Form.Item label={t('purpose.label')} extra={t('appointment.revealHint')}>
        <PurposeSelect value={purpose} onChange={choosePurpose} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} disabled={!purpose}>
        {t('reveal.go')}
      </Button>
    </Form>
  );
}
