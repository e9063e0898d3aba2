import { PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNotice } from '../../../components/failure-notice';
import { Loading } from '../../../components/loading';
import { useLabel } from '../../../components/use-label';
import { moment } from '../../../format';
import type { MyApplicationRowFragment } from '../../../gql/graphql';
import { useAsk } from '../../../graphql';
import { ApplicationStateTag } from '../../applications/table';
import { useMe } from '../me';
import { MyPage } from '../page';
import { Standing } from '../standing';
import { MY_APPLICATIONS } from './query';

/** What the resident asked for, the newest first, and the way to ask for more. */
export function Component() {
  const { t } = useTranslation();
  const { me } = useMe();
  const known = me.standing === 'LINKED';
  const { data, failure, again } = useAsk(MY_APPLICATIONS, {}, !known);
  const rows = data?.me.applications.nodes;
  return (
    <MyPage title={t('my.tab.applications')}>
      {known ? (
        <Link to="/my/applications/new">
          <Button type="primary" size="large" block icon={<PlusOutlined aria-hidden />} tabIndex={-1}>
            {t('my.apply.new')}
          </Button>
        </Link>
      ) : (
        <Standing />
      )}
      {failure && <FailureNotice failure={failure} again={again} />}
      {known && !rows && !failure && <Loading />}
      {rows?.length === 0 && <p className="quiet">{t('my.apply.none')}</p>}
      {rows && rows.length > 0 && (
        <ul className="plain my-entries">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
    </MyPage>
  );
}

function Row({ row }: { row: MyApplicationRowFragment }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <li>
      <Link to={`/my/applications/${row.id}`} className="my-entry">
        <span className="my-entry-text">
          <strong>{label(row.matter)}</strong>
          <span className="quiet small figures">
            {row.trackingNumber ?? t('application.draft')} · {moment(row.updatedAt)}
          </span>
          {row.state === 'RETURNED' && row.returnedUntil && (
            <span className="small figures">
              <Tag color="warning">{t('my.apply.completeBy', { day: row.returnedUntil })}</Tag>
            </span>
          )}
        </span>
        <ApplicationStateTag state={row.state} />
        <RightOutlined aria-hidden className="quiet" />
      </Link>
    </li>
  );
}
