import { Button, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperKind, RevocationGround } from '../../gql/graphql';
import { ActItem } from './act-item';
import { REVOKE_APPLICATION } from './changes';
import { repairs } from './states';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

const GROUNDS: readonly RevocationGround[] = ['ERROR', 'FRAUD'];
const PAPERS = ['INVESTIGATION', 'JUDGMENT', 'OTHER'] as const satisfies readonly PaperKind[];
const WAYS = ['repair', 'recorded'] as const;
type Way = (typeof WAYS)[number];

interface Revoked {
  ground: RevocationGround;
  reason: string;
  reference?: string;
  paper: (typeof PAPERS)[number];
  actId: string;
}

/** Undoes what followed (撤销), for a proven error or fraud: by a repair of its act, or by the act that made it good. */
export function RevokeForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(REVOKE_APPLICATION, props);
  const { actId, matter } = props.application;
  const [way, setWay] = useState<Way>(repairs(matter.code) ? 'repair' : 'recorded');
  const required = [{ required: true, message: t('form.required') }];
  const revoke = ({ ground, reason, reference, paper, ...by }: Revoked) =>
    take({
      ground,
      reason,
      reference,
      by:
        way === 'repair' && actId
          ? { form: { repair: { actId, papers: [{ kind: paper }] } } }
          : { actId: by.actId },
    });
  return (
    <Form<Revoked> layout="vertical" onFinish={(values) => void revoke(values)} requiredMark={false}>
      <Form.Item name="ground" label={t('application.ground')} rules={required}>
        <Select options={GROUNDS.map((value) => ({ value, label: t(`revocationGround.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('application.reason')} rules={required}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="reference" label={t('application.decision')}>
        <Input maxLength={60} />
      </Form.Item>
      {repairs(matter.code) && (
        <Form.Item>
          <Segmented<Way>
            block
            value={way}
            onChange={setWay}
            options={WAYS.map((value) => ({ value, label: t(`application.undone.${value}`) }))}
          />
        </Form.Item>
      )}
      {way === 'repair' ? (
        <Form.Item name="paper" label={t('application.proof')} rules={required}>
          <Select options={PAPERS.map((value) => ({ value, label: t(`paperKind.${value}`) }))} />
        </Form.Item>
      ) : (
        <ActItem />
      )}
      <Button danger type="primary" htmlType="submit" loading={busy}>
        {t('application.step.revoke')}
      </Button>
    </Form>
  );
}
