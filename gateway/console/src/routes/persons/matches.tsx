import { Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ROW_LINK, useRowKeys } from '../../components/use-row-keys';
import type { FoundFragment } from '../../gql/graphql';
import { type Opened, PersonDrawer } from './drawer';

type Match = FoundFragment['matches'][number];

interface Props {
  matches: readonly Match[];
  district: boolean;
}

/** At most twenty people, masked, and by what each was found. */
export function Matches({ matches, district }: Props) {
  const { t } = useTranslation();
  const walk = useRowKeys();
  const [opened, setOpened] = useState<Opened>();
  const columns: TableColumnsType<Match> = [
    {
      title: t('person.name'),
      key: 'name',
      render: (_, { person }) => (
        <>
          <PersonLink person={person} open={district ? undefined : setOpened} />{' '}
          {person.isMinor && <Tag color="warning">{t('person.minor')}</Tag>}
          {person.deceased && <Tag>{t('person.deceased')}</Tag>}
        </>
      ),
    },
    { title: t('person.sex'), key: 'sex', render: (_, { person }) => t(`sex.${person.sex}`) },
    { title: t('person.birth'), key: 'birth', className: 'figures', render: (_, { person }) => person.birth },
    { title: t('person.idNumber'), key: 'id', className: 'number', render: (_, { person }) => person.idNumber ?? '–' },
    { title: t('person.phone'), key: 'phone', className: 'number', render: (_, { person }) => person.phone ?? '–' },
    { title: t('person.category'), key: 'category', render: (_, { person }) => t(`category.${person.category}`) },
    {
      title: t(district ? 'place.precinct' : 'household.number'),
      key: 'household',
      render: (_, { person: { household }, precinct }) => {
        if (district) return precinct.name;
        return household ? <Link to={`/households/${household.id}`}>{household.number}</Link> : '–';
      },
    },
    { title: t('search.matchedBy'), key: 'by', render: (_, { matchedBy }) => t(`match.${matchedBy}`) },
  ];
  return (
    <div onKeyDown={walk} role="presentation">
      <p className="quiet">{t('search.found', { n: matches.length })}</p>
      <Table
        rowKey={({ person }) => person.id}
        size="small"
        columns={columns}
        dataSource={matches}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <PersonDrawer opened={opened} close={() => setOpened(undefined)} />
    </div>
  );
}

function PersonLink({ person, open }: { person: Match['person']; open?: (opened: Opened) => void }) {
  if (!open) return <>{person.name}</>;
  return (
    <a
      {...ROW_LINK}
      href={`/persons/${person.id}`}
      onClick={(event) => {
        event.preventDefault();
        open({ id: person.id, name: person.name });
      }}
    >
      {person.name}
    </a>
  );
}
