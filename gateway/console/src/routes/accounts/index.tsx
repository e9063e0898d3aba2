import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { usePlace } from '../../components/use-place';
import { useAsk } from '../../graphql';
import { useColumns } from './columns';
import { ACCOUNTS } from './query';

const PAGE = 50;
const NONE: readonly never[] = [];

/** Who may sign in, as what, and from where they are signed in now. */
export function Component() {
  const { t } = useTranslation();
  const { place, go } = usePlace(NONE);
  const { data, loading, failure, again } = useAsk(ACCOUNTS, { first: PAGE, after: place.after });
  const columns = useColumns(again);
  const page = data?.precinct.accounts;
  return (
    <Page title={t('room.accounts')} personal>
      {failure && <FailureNotice failure={failure} again={again} />}
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={page?.nodes}
        loading={loading}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
    </Page>
  );
}
