import { Button, Drawer, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { useAsk } from '../../graphql';
import { WHO_SAW } from './query';

/** Everybody to whom a person was shown, day by day (PRV-21). */
export function WhoSaw() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [personId, setPersonId] = useState('');
  const { data, loading, failure, again } = useAsk(WHO_SAW, { personId }, !personId);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('whoSaw.title')}</Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('whoSaw.title')} size={480} destroyOnHidden>
        <div className="stack">
          <p className="quiet">{t('whoSaw.hint')}</p>
          <Input.Search
            aria-label={t('whoSaw.personId')}
            placeholder={t('whoSaw.personId')}
            onSearch={(typed) => setPersonId(typed.trim())}
            enterButton={t('search.go')}
          />
          {failure && <FailureNotice failure={failure} again={again} />}
          {data && (
            <Table
              rowKey={(row) => `${row.day} ${row.accountName}`}
              size="small"
              loading={loading}
              pagination={false}
              dataSource={data.precinct.whoSaw}
              columns={[
                { title: t('whoSaw.day'), dataIndex: 'day', className: 'figures' },
                { title: t('audit.account'), dataIndex: 'accountName' },
              ]}
            />
          )}
        </div>
      </Drawer>
    </>
  );
}
