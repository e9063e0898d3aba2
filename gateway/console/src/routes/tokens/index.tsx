import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal, Popconfirm, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { useRefusal } from '../../components/refusal';
import { moment } from '../../format';
import type { TokenRowFragment } from '../../gql/graphql';
import { useAsk, useTell } from '../../graphql';
import { CreateToken } from './create';
import { REVOKE_TOKEN, TOKENS } from './query';

/** What machines may ask, until when, and since when not any more (PRV-23). */
export function Component() {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const { data, loading, failure, again } = useAsk(TOKENS, {});
  const columns = useColumns(again);
  const done = () => {
    setCreating(false);
    again();
  };
  return (
    <Page
      title={t('room.tokens')}
      hint={t('token.hint')}
      extra={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          {t('token.create')}
        </Button>
      }
    >
      {failure && <FailureNotice failure={failure} again={again} />}
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={data?.precinct.apiTokens}
        loading={loading}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <Modal
        open={creating}
        title={t('token.create')}
        footer={null}
        onCancel={done}
        mask={{ closable: false }}
        destroyOnHidden
      >
        <CreateToken done={done} />
      </Modal>
    </Page>
  );
}

function useColumns(again: () => void): TableColumnsType<TokenRowFragment> {
  const { t } = useTranslation();
  const tell = useTell(REVOKE_TOKEN);
  const refuse = useRefusal();
  const revoke = async (tokenId: string) => {
    const told = await tell({ input: { tokenId } });
    refuse(told.failure, told.data?.revokeApiToken.userErrors);
    again();
  };
  return [
    { title: t('token.name'), dataIndex: 'name' },
    {
      title: t('token.domains'),
      key: 'domains',
      render: (_, row) => row.domains.map((domain) => <Tag key={domain}>{t(`domain.${domain}`)}</Tag>),
    },
    {
      title: t('token.precincts'),
      key: 'precincts',
      render: (_, row) => row.precincts.map((precinct) => precinct.shortName).join(t('list.comma')),
    },
    { title: t('purpose.label'), key: 'purpose', render: (_, row) => t(`purpose.${row.purpose}`) },
    { title: t('token.expiresAt'), key: 'to', className: 'figures', render: (_, row) => moment(row.expiresAt) },
    { title: t('token.lastUsedAt'), key: 'used', className: 'figures', render: (_, row) => moment(row.lastUsedAt) },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) =>
        row.revokedAt ? (
          <Tag>{t('token.revoked', { at: moment(row.revokedAt) })}</Tag>
        ) : (
          <Popconfirm title={t('token.revokeSure', { name: row.name })} onConfirm={() => void revoke(row.id)}>
            <Button size="small" danger>
              {t('token.revoke')}
            </Button>
          </Popconfirm>
        ),
    },
  ];
}
