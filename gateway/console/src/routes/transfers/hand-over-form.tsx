import { Button, Checkbox, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../components/use-label';
import type { PaperKind } from '../../gql/graphql';
import { HAND_OVER_TRANSFER } from './changes';
import type { Relations } from './detail';
import type { StepProps } from './steps';
import { HEAD, stayersOf, successionOf, type SuccessionValues } from './succession';
import { useTransferStep } from './use-step';

const PAPERS = ['BOOKLET', 'GUARDIAN_CONSENT', 'CONSENT'] as const satisfies readonly PaperKind[];

interface Values extends SuccessionValues {
  papers: PaperKind[];
}

/** The origin agrees: the members leave here and arrive there in one commit (MOV-02). Where the head leaves, another follows (MOV-06). */
export function HandOverForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useTransferStep(HAND_OVER_TRANSFER, props);
  const stayers = stayersOf(props.transfer);
  const send = ({ papers, ...values }: Values) =>
    void take({
      papers: papers.map((kind) => ({ kind })),
      succession: stayers && successionOf(stayers, values),
    });
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ papers: ['BOOKLET'] }}
      onFinish={send}
      requiredMark={false}
    >
      <p>{t('transfer.handOverVouch')}</p>
      <Form.Item name="papers" label={t('transfer.papers')}>
        <Checkbox.Group
          className="column"
          options={PAPERS.map((kind) => ({ value: kind, label: t(`paperKind.${kind}`) }))}
        />
      </Form.Item>
      {stayers && <Succession stayers={stayers} relations={props.relations} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('transfer.step.handOver')}
      </Button>
    </Form>
  );
}

function Succession({
  stayers,
  relations,
}: {
  stayers: NonNullable<ReturnType<typeof stayersOf>>;
  relations: Relations;
}) {
  const { t } = useTranslation();
  const label = useLabel();
  const head = Form.useWatch<string | undefined>('headId');
  const required = [{ required: true, message: t('form.required') }];
  const options = relations
    .filter(({ code }) => code !== HEAD)
    .map((one) => ({ value: one.code, label: `${one.code} ${label(one)}` }));
  return (
    <>
      <Form.Item
        name="headId"
        label={t('transfer.newHead')}
        extra={t('transfer.newHeadHint')}
        rules={required}
      >
        <Select options={stayers.map(({ person }) => ({ value: person.id, label: person.name }))} />
      </Form.Item>
      {head &&
        stayers
          .filter(({ person }) => person.id !== head)
          .map(({ person }) => (
            <Form.Item
              key={person.id}
              name={['relations', person.id]}
              label={t('transfer.relationOf', { name: person.name })}
              rules={required}
            >
              <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
            </Form.Item>
          ))}
    </>
  );
}
