import { Button, Space, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AccountsQuery } from '../../gql/graphql';

export type AccountListed = AccountsQuery['precinct']['accounts']['nodes'][number];

/** Login, name, postings and state; the login opens what an administrator does about them. */
export function useColumns(open: (id: string) => void): TableColumnsType<AccountListed> {
  const { t } = useTranslation();
  return [
    {
      title: t('signIn.login'),
      key: 'login',
      render: (_, row) => (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => open(row.id)}>
          {row.login}
        </Button>
      ),
    },
    { title: t('account.name'), dataIndex: 'name' },
    { title: t('account.staffNumber'), dataIndex: 'staffNumber', className: 'figures' },
    {
      title: t('account.postings'),
      key: 'postings',
      render: (_, row) => row.postings.filter((p) => !p.validTo).map((p) => <Tag key={p.id}>{t(`role.${p.role}`)}</Tag>),
    },
    { title: t('sessions.open'), key: 'sessions', align: 'right', render: (_, row) => row.sessions.length },
    { title: t('account.state'), key: 'state', render: (_, row) => <State account={row} /> },
  ];
}

export function State({ account }: { account: Pick<AccountListed, 'state' | 'locked'> }) {
  const { t } = useTranslation();
  return (
    <Space>
      <Tag color={account.state === 'ACTIVE' ? 'success' : 'default'}>{t(`accountState.${account.state}`)}</Tag>
      {account.locked && <Tag color="error">{t('account.locked')}</Tag>}
    </Space>
  );
}
