import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { ROLES } from '../../roles';
import { BEATS } from './query';

/** As what, how it is called there, and on which beats. */
export interface PostingValues {
  role: Role;
  title?: string;
  beatIds?: string[];
}

export function PostingFields() {
  const { t } = useTranslation();
  const beats = useAsk(BEATS, {}).data?.precinct.beats ?? [];
  return (
    <>
      <Form.Item name="role" label={t('account.role')} rules={[{ required: true, message: t('form.required') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t('account.title')}>
        <Input maxLength={60} />
      </Form.Item>
      {beats.length > 0 && (
        <Form.Item name="beatIds" label={t('account.beats')}>
          <Select mode="multiple" options={beats.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
    </>
  );
}
