import { Descriptions, Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { Marked } from '../../components/page';
import { period } from '../../format';
import { useAsk } from '../../graphql';
import { RENTAL_TENANTS } from './query';
import { RentalTag } from './table';

/** A letting and those who live in it. */
export function RentalDrawer({ id, close }: { id?: string; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer open={Boolean(id)} onClose={close} title={t('rental.title')} destroyOnHidden size={560}>
      {id && (
        <Marked>
          <Letting id={id} />
        </Marked>
      )}
    </Drawer>
  );
}

function Letting({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(RENTAL_TENANTS, { id });
  if (failure) return <FailureNotice failure={failure} again={again} />;
  const rental = data?.precinct.rental;
  if (!rental) return <Loading />;
  const items = [
    { key: 'number', label: t('rental.number'), children: <span className="number">{rental.number}</span> },
    { key: 'state', label: t('rental.state'), children: <RentalTag state={rental.state} /> },
    { key: 'dwelling', label: t('rental.dwelling'), children: rental.dwelling.label },
    { key: 'landlord', label: t('rental.landlord'), children: rental.landlordName },
  ];
  return (
    <div className="stack">
      <Descriptions size="small" column={1} items={items} />
      <h2 className="section">{t('rental.tenants')}</h2>
      <Table
        rowKey={({ person }) => person.id}
        size="small"
        pagination={false}
        dataSource={rental.tenants}
        columns={[
          { title: t('person.name'), key: 'name', render: (_, { person }) => person.name },
          { title: t('person.sex'), key: 'sex', render: (_, { person }) => t(`sex.${person.sex}`) },
          {
            title: t('rental.stay'),
            key: 'stay',
            className: 'figures',
            render: (_, { stayFrom, stayTo }) => period(stayFrom, stayTo, t('time.present')),
          },
        ]}
      />
    </div>
  );
}
