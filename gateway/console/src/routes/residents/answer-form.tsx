import { Alert, Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSeenStep } from '../../components/use-step';
import type { RightsRefusal, RightsRequestRowFragment } from '../../gql/graphql';
import { canBeMet, refusalsOf, restricts } from './answers';
import { ANSWER_RIGHTS_REQUEST } from './query';

interface Values {
  /** How it ends: as it was asked, or refused for a reason. */
  end: 'MET' | RightsRefusal;
  answer: string;
}

interface Props {
  request: RightsRequestRowFragment;
  done: () => void;
}

/** What the resident reads; a refusal has a reason (PRV-16). */
export function AnswerForm({ request, done }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const end = Form.useWatch<Values['end'] | undefined>('end', form);
  const refuse = end === 'MET' ? undefined : end;
  const seen = { rightsRequestId: request.id, expectedVersion: request.version };
  const { take, busy } = useSeenStep(ANSWER_RIGHTS_REQUEST, seen, done);
  const ends: { value: Values['end']; label: string }[] = [
    ...(canBeMet(request) ? [{ value: 'MET' as const, label: t('rights.met') }] : []),
    ...refusalsOf(request).map((value) => ({
      value,
      label: t('rights.refusedFor', { reason: t(`rightsRefusal.${value}`) }),
    })),
  ];
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ answer }) => void take({ answer, refuse })}
      requiredMark={false}
    >
      <p className="wrap my-words">{request.text}</p>
      <Form.Item
        name="end"
        label={t('rights.result')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Radio.Group className="choices" options={ends} />
      </Form.Item>
      {end && restricts(request, refuse) && (
        <Alert type="warning" showIcon title={t('rights.restricts')} style={{ marginBottom: 16 }} />
      )}
      <Form.Item
        name="answer"
        label={t('rights.answer')}
        extra={t('rights.answerHint')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('rights.send')}
      </Button>
    </Form>
  );
}
