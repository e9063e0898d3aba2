import { Button, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { IdNumberItem } from '../../components/id-number-item';
import { useSeenStep } from '../../components/use-step';
import type { BindingMethod, ResidentConfirmationRowFragment } from '../../gql/graphql';
import { CONFIRM_RESIDENT } from './query';

/** At the window somebody is checked by a document or by eye; the telephone alone is looked at by nobody. */
const METHODS: readonly BindingMethod[] = ['ID_CARD', 'CARD_READER', 'PHOTO_COMPARISON'];

interface Values {
  method: BindingMethod;
  confirm: boolean;
  idNumber?: string;
}

interface Props {
  confirmation: ResidentConfirmationRowFragment;
  done: () => void;
}

/** Whether it is he; whoever confirms types the number from the document, so that two have read it. */
export function ConfirmForm({ confirmation: { id, version }, done }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const confirms = Form.useWatch<boolean | undefined>('confirm', form);
  const seen = { residentConfirmationId: id, expectedVersion: version };
  const { take, busy } = useSeenStep(CONFIRM_RESIDENT, seen, done);
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form form={form} layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <Form.Item name="method" label={t('resident.method')} rules={required}>
        <Radio.Group options={METHODS.map((value) => ({ value, label: t(`bindingMethod.${value}`) }))} />
      </Form.Item>
      <Form.Item name="confirm" label={t('resident.result')} rules={required}>
        <Radio.Group
          options={[
            { value: true, label: t('resident.isHe') },
            { value: false, label: t('resident.isNotHe') },
          ]}
        />
      </Form.Item>
      {confirms && <IdNumberItem name="idNumber" label={t('resident.typedAgain')} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('resident.send')}
      </Button>
    </Form>
  );
}
