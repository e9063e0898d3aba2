import { EyeOutlined } from '@ant-design/icons';
import { Button, Descriptions, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonQuery, Purpose } from '../../gql/graphql';
import { may, useViewer } from '../../viewer';
import { RelationLabel } from '../households/relation';
import { Memberships } from './memberships';
import { RevealDialog } from './reveal-dialog';

export type Person = NonNullable<PersonQuery['precinct']['person']>;

/** What the register says of a person, masked; clear values only through the dialog. */
export function PersonFacts({ person, purpose }: { person: Person; purpose: Purpose }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [revealing, setRevealing] = useState(false);
  const items = [
    { key: 'name', label: t('person.name'), children: <Name person={person} /> },
    { key: 'sex', label: t('person.sex'), children: t(`sex.${person.sex}`) },
    { key: 'birth', label: t('person.birth'), children: person.birth },
    { key: 'id', label: t('person.idNumber'), children: <span className="number">{person.idNumber ?? '–'}</span> },
    { key: 'phone', label: t('person.phone'), children: <span className="number">{person.phone ?? '–'}</span> },
    { key: 'category', label: t('person.category'), children: t(`category.${person.category}`) },
    { key: 'household', label: t('person.household'), children: <HouseholdLink person={person} /> },
    { key: 'registered', label: t('person.registeredPlace'), children: person.registeredPlace ?? '–' },
    { key: 'residence', label: t('person.residence'), children: person.residence ?? '–' },
    { key: 'former', label: t('person.formerNames'), children: person.formerNames.join(t('list.comma')) || '–' },
  ];
  return (
    <div className="stack">
      <Descriptions size="small" column={1} items={items} styles={{ label: { width: 120 } }} />
      {may(viewer, 'PERSONS', 'REVEAL') && (
        <div>
          <Button icon={<EyeOutlined aria-hidden />} onClick={() => setRevealing(true)}>
            {t('reveal.open')}
          </Button>
        </div>
      )}
      <h2 className="section">{t('person.memberships')}</h2>
      <Memberships person={person} />
      <RevealDialog person={person} purpose={purpose} open={revealing} close={() => setRevealing(false)} />
    </div>
  );
}

function Name({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <>
      {person.name} {person.isMinor && <Tag color="warning">{t('person.minor')}</Tag>}
      {person.deceased && <Tag>{t('person.deceased')}</Tag>}
    </>
  );
}

function HouseholdLink({ person }: { person: Person }) {
  const { household, membership } = person;
  if (!household) return <>–</>;
  return (
    <span>
      <Link to={`/households/${household.id}`}>{household.number}</Link>{' '}
      {membership && <RelationLabel member={membership} />}
    </span>
  );
}
