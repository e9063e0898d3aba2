import { Card, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { NotFound } from '../../components/not-found';
import { Page } from '../../components/page';
import { useCodes } from '../../components/use-label';
import type { TransferDetailQuery } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { TRANSFER_DETAIL } from './query';
import { Sides } from './sides';
import { TransferStateTag } from './state-tag';
import { TransferSteps } from './steps';
import { Way } from './way';

export type Transfer = NonNullable<TransferDetailQuery['precinct']['transfer']>;
export type Relations = TransferDetailQuery['relations']['values'];

/** One move as both stations have it: the state is one, what each may do next is its own (MOV-11). */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, failure, again } = useAsk(TRANSFER_DETAIL, { id });
  const transfer = data?.precinct.transfer;
  if (failure?.code === 'NOT_FOUND' || (data && !transfer)) return <NotFound />;
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!transfer) return <Loading />;
  return (
    <Page
      personal
      title={t('transfer.title', { number: transfer.number })}
      hint={
        <>
          <TransferStateTag state={transfer.state} /> {t(`transfer.kind.${transfer.kind}`)}
        </>
      }
      extra={<TransferSteps transfer={transfer} relations={data.relations.values} again={again} />}
    >
      <div className="stack">
        <Card size="small">
          <Way transfer={transfer} />
        </Card>
        <Sides transfer={transfer} />
        <Card size="small" title={<h2 className="as-text">{t('transfer.persons')}</h2>}>
          <Movers persons={transfer.persons} relations={data.relations.values} />
        </Card>
      </div>
    </Page>
  );
}

function Movers({ persons, relations }: { persons: Transfer['persons']; relations: Relations }) {
  const { t } = useTranslation();
  const relation = useCodes(relations);
  return (
    <Table
      rowKey={(person) => `${person.name} ${person.idNumber ?? ''}`}
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={persons}
      columns={[
        {
          title: t('person.name'),
          key: 'name',
          render: (_, { name, personId }) =>
            personId ? <Link to={`/persons/${personId}`}>{name}</Link> : name,
        },
        {
          title: t('person.idNumber'),
          key: 'id',
          className: 'number',
          render: (_, one) => one.idNumber ?? '–',
        },
        {
          title: t('transfer.relationThere'),
          key: 'relation',
          render: (_, one) => relation(one.relationCode),
        },
      ]}
    />
  );
}
