import { Button, Space, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../components/refusal';
import type { AccountRowFragment } from '../../gql/graphql';
import { idempotencyKey, useTell } from '../../graphql';
import { UNLOCK } from './query';

type Row = AccountRowFragment;

/** Login, name, postings, state, and what an administrator does about them. */
export function useColumns(again: () => void): TableColumnsType<Row> {
  const { t } = useTranslation();
  const tell = useTell(UNLOCK);
  const refuse = useRefusal();
  const unlock = async (row: Row) => {
    const told = await tell({ input: { accountId: row.id, idempotencyKey: idempotencyKey() } });
    refuse(told.failure, told.data?.unlockAccount.userErrors);
    again();
  };
  return [
    { title: t('signIn.login'), dataIndex: 'login', className: 'number' },
    { title: t('account.name'), dataIndex: 'name' },
    { title: t('account.staffNumber'), dataIndex: 'staffNumber', className: 'figures' },
    {
      title: t('account.postings'),
      key: 'postings',
      render: (_, row) => row.postings.filter((p) => !p.validTo).map((p) => <Tag key={p.id}>{t(`role.${p.role}`)}</Tag>),
    },
    {
      title: t('account.state'),
      key: 'state',
      render: (_, row) => (
        <Space>
          <Tag color={row.state === 'ACTIVE' ? 'success' : 'default'}>{t(`accountState.${row.state}`)}</Tag>
          {row.locked && <Tag color="error">{t('account.locked')}</Tag>}
        </Space>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) =>
        row.locked && (
          <Button size="small" onClick={() => void unlock(row)}>
            {t('account.unlock')}
          </Button>
        ),
    },
  ];
}
