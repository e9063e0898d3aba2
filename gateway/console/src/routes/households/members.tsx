import { Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROW_LINK, useRowKeys } from '../../components/use-row-keys';
import type { MemberFragment } from '../../gql/graphql';
import { PersonDrawer, type Opened } from '../persons/drawer';
import { RelationLabel } from './relation';

interface Props {
  members: readonly MemberFragment[];
  loading: boolean;
}

/** Members and their relation to the head; the name opens the person beside the list. */
export function Members({ members, loading }: Props) {
  const { t } = useTranslation();
  const walk = useRowKeys();
  const [opened, setOpened] = useState<Opened>();
  const columns: TableColumnsType<MemberFragment> = [
    {
      title: t('person.name'),
      key: 'name',
      render: (_, { person }) => (
        <>
          <a
            {...ROW_LINK}
            href={`/persons/${person.id}`}
            onClick={(event) => {
              event.preventDefault();
              setOpened({ id: person.id, name: person.name });
            }}
          >
            {person.name}
          </a>{' '}
          {person.isMinor && <Tag color="warning">{t('person.minor')}</Tag>}
          {person.deceased && <Tag>{t('person.deceased')}</Tag>}
        </>
      ),
    },
    { title: t('person.relation'), key: 'relation', render: (_, member) => <RelationLabel member={member} /> },
    { title: t('person.sex'), key: 'sex', render: (_, { person }) => t(`sex.${person.sex}`) },
    { title: t('person.birth'), key: 'birth', className: 'figures', render: (_, { person }) => person.birth },
    {
      title: t('person.idNumber'),
      key: 'idNumber',
      render: (_, { person }) => <span className="number">{person.idNumber ?? '–'}</span>,
    },
    { title: t('person.category'), key: 'category', render: (_, { person }) => t(`category.${person.category}`) },
    { title: t('time.from'), dataIndex: 'effectiveFrom', className: 'figures' },
  ];
  return (
    <div onKeyDown={walk} role="presentation">
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={members}
        loading={loading}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <PersonDrawer opened={opened} close={() => setOpened(undefined)} />
    </div>
  );
}
