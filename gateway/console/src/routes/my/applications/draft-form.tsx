import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/day-input';
import { MatterItems } from '../../../components/matter/field-items';
import { useStep } from '../../../components/use-step';
import { today } from '../../../station-time';
import { draftOf, type DraftValues, type Matter } from './draft';
import { SAVE_MY_DRAFT } from './query';

/** A draft, or a returned application, that is changed. */
export interface Changed {
  id: string;
  version: number;
  values: DraftValues;
}

interface Props {
  matter: Matter;
  changed?: Changed;
  saved: (id: string) => void;
}

/** About whom, what, and under which circumstances: no more than the act needs. */
export function DraftForm({ matter, changed, saved }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<DraftValues>();
  const about = Form.useWatch((values: Partial<DraftValues>) => values.about, form);
  const { take, busy } = useStep(SAVE_MY_DRAFT, (data) => {
    const id = data?.saveMyDraft.application?.id;
    if (id) saved(id);
  });
  const required = [{ required: true, message: t('form.required') }];
  const initial: DraftValues = changed?.values ?? { about: matter.onlineFor[0] ?? 'ONESELF' };
  const send = (values: DraftValues) => {
    const seen = changed && { applicationId: changed.id, expectedVersion: changed.version };
    void take({ ...draftOf(matter, { ...initial, ...values }), ...seen });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      initialValues={initial}
      onFinish={send}
      requiredMark={false}
      disabled={busy}
    >
      {matter.onlineFor.length > 1 && (
        <Form.Item name="about" label={t('my.apply.about')} rules={required}>
          <Radio.Group
            className="choices"
            options={matter.onlineFor.map((value) => ({ value, label: t(`aboutWhom.${value}`) }))}
          />
        </Form.Item>
      )}
      {(about ?? initial.about) !== 'ONESELF' && <Child />}
      <MatterItems matter={matter} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('my.apply.save')}
      </Button>
    </Form>
  );
}

/** A child is told by name and birth date, and looked for among one's own alone. */
function Child() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <Form.Item name="childName" label={t('my.apply.childName')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="childBirthDate" label={t('my.apply.childBirthDate')} rules={required}>
        <DayInput max={today()} />
      </Form.Item>
    </>
  );
}
