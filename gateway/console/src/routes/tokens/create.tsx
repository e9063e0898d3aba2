import { Button, Checkbox, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposeSelect } from '../../components/purpose-select';
import { useRefusal } from '../../components/refusal';
import { Secret } from '../../components/secret';
import type { Domain, Purpose } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { MachineSelect } from './machine-select';
import { CREATE_TOKEN } from './query';

/** What a machine may be let into; the administrators' duties are not among them. */
const DOMAINS: readonly Domain[] = ['PLACES', 'HOUSEHOLDS', 'PERSONS', 'RENTALS', 'OVERVIEW'];

interface Values {
  name: string;
  accountId: string;
  domains: Domain[];
  purpose: Purpose;
  expiresAt: Dayjs;
}

/** Scope, purpose and end of a new token; then its secret, once. */
export function CreateToken({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const tell = useTell(CREATE_TOKEN);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const [secret, setSecret] = useState<string>();
  const required = [{ required: true, message: t('form.required') }];
  const some = [{ type: 'array' as const, min: 1, message: t('form.required') }];
  const send = async ({ expiresAt, ...values }: Values) => {
    setBusy(true);
    const input = { ...values, expiresAt: expiresAt.endOf('day').toISOString() };
    const told = await tell({ input });
    setBusy(false);
    const answer = told.data?.createApiToken;
    if (refuse(told.failure, answer?.userErrors)) return;
    if (answer?.secret) setSecret(answer.secret);
  };
  if (secret) return <Secret value={secret} hint={t('token.once')} done={done} />;
  return (
    <Form<Values>
      layout="vertical"
      onFinish={(values) => void send(values)}
      requiredMark={false}
      initialValues={{ expiresAt: dayjs().add(90, 'day'), domains: ['OVERVIEW'] }}
    >
      <Form.Item name="name" label={t('token.name')} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="accountId" label={t('token.account')} rules={required}>
        <MachineSelect />
      </Form.Item>
      <Form.Item name="domains" label={t('token.domains')} rules={some}>
        <Checkbox.Group options={DOMAINS.map((domain) => ({ value: domain, label: t(`domain.${domain}`) }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t('purpose.label')} rules={required}>
        <PurposeSelect />
      </Form.Item>
      <Form.Item name="expiresAt" label={t('token.expiresAt')} rules={required}>
        <DatePicker minDate={dayjs()} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('token.create')}
      </Button>
    </Form>
  );
}
