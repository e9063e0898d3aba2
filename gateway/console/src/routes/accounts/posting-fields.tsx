import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOffices } from '../../components/assist-tasks/offices';
import type { AssistOffice, Role } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { ROLES } from '../../roles';
import { BEATS } from './query';

/** As what, how it is called there, for which office, and on which beats. */
export interface PostingValues {
  role: Role;
  title?: string;
  office?: AssistOffice;
  beatIds?: string[];
}

export function PostingFields() {
  const { t } = useTranslation();
  const beats = useAsk(BEATS, {}).data?.precinct.beats ?? [];
  const role = Form.useWatch<Role | undefined>('role');
  const offices = useOffices();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <Form.Item name="role" label={t('account.role')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
      </Form.Item>
      {role === 'DEPARTMENT_CLERK' && (
        <Form.Item name="office" label={t('account.office')} rules={required}>
          <Select options={offices} />
        </Form.Item>
      )}
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
