import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AssistState } from '../../gql/graphql';

/** How a task ended, and in which words. */
export interface Answer {
  state: AssistState;
  answer: string;
}

interface Props {
  /** How it can end here; nothing is chosen beforehand. */
  ends: readonly Exclude<AssistState, 'OPEN'>[];
  busy: boolean;
  send: (answer: Answer) => void;
}

/** What an office answers or why it refuses, without personal values (JNT-02). */
export function AnswerForm({ ends, busy, send }: Props) {
  const { t } = useTranslation();
  return (
    <Form<Answer> layout="vertical" onFinish={send} requiredMark={false}>
      <Form.Item
        name="state"
        label={t('assistTask.result')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Radio.Group options={ends.map((value) => ({ value, label: t(`assistState.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="answer"
        label={t('assistTask.answer')}
        extra={t('assistTask.noPersonal')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('assistTask.send')}
      </Button>
    </Form>
  );
}
