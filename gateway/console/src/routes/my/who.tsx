import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { IdNumberItem } from '../../components/id-number-item';
import { useRefusal } from '../../components/refusal';
import type { BindMyselfInput } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { useMe } from './me';
import { MyPage } from './page';
import { BIND_MYSELF } from './query';

/** A resident says who he is; whether the register agrees is told in no more than two ways (IDN-11, PRV-24). */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tell = useTell(BIND_MYSELF);
  const refuse = useRefusal();
  const { again } = useMe();
  const [busy, setBusy] = useState(false);
  const required = { required: true, message: t('form.required') };
  const send = async (input: BindMyselfInput) => {
    setBusy(true);
    const told = await tell({ input: { ...input, name: input.name.trim() } });
    setBusy(false);
    if (refuse(told.failure, told.data?.bindMyself.userErrors)) return;
    again();
    void navigate('/my');
  };
  return (
    <MyPage title={t('my.who.title')} back="/my">
      <Alert type="info" showIcon title={t('my.who.hint')} />
      <Form<BindMyselfInput>
        layout="vertical"
        size="large"
        onFinish={(input) => void send(input)}
        requiredMark={false}
        disabled={busy}
      >
        <Form.Item name="name" label={t('person.name')} rules={[required]}>
          <Input autoComplete="name" maxLength={50} />
        </Form.Item>
        <IdNumberItem name="idNumber" />
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('my.who.send')}
        </Button>
      </Form>
    </MyPage>
  );
}
