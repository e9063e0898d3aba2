import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HandOver } from './hand-over';
import { PostingFields, type PostingValues } from './posting-fields';
import { CREATE } from './query';
import { type Credentials, useChange } from './use-change';

interface Values extends PostingValues {
  login: string;
  name: string;
  staffNumber?: string;
}

/** A new account with its first posting; then its password and second factor, once. */
export function CreateAccount({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const create = useChange(CREATE);
  const [busy, setBusy] = useState(false);
  const [credentials, setCredentials] = useState<Credentials>();
  const required = { required: true, message: t('form.required') };
  const send = async (values: Values) => {
    setBusy(true);
    setCredentials(await create({ input: values }));
    setBusy(false);
  };
  if (credentials) return <HandOver credentials={credentials} done={done} />;
  return (
    <Form<Values> layout="vertical" onFinish={(values) => void send(values)} requiredMark={false}>
      <Form.Item
        name="login"
        label={t('signIn.login')}
        extra={t('account.loginForm')}
        rules={[required, { pattern: /^[a-z][a-z0-9._-]{2,39}$/, message: t('account.loginForm') }]}
      >
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="name" label={t('account.name')} rules={[required]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="staffNumber" label={t('account.staffNumber')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <PostingFields />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('account.create')}
      </Button>
    </Form>
  );
}
