import { Table, type TableColumnsType } from 'antd';
import type { useAsk } from '../graphql';
import { FailureNotice } from './failure-notice';
import type { Place } from './keyset';
import { Pager } from './pager';

interface Props<Row> {
  /** How the asking stands. */
  asked: Pick<ReturnType<typeof useAsk>, 'loading' | 'failure' | 'again'>;
  page?: { nodes: readonly Row[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };
  columns: TableColumnsType<Row>;
  place: Place;
  go: (next: Place) => void;
}

/** A page of a list: why it is not there, its rows, and the way to the next. */
export function Listed<Row extends { id: string }>({ asked, page, columns, place, go }: Props<Row>) {
  return (
    <>
      {asked.failure && <FailureNotice failure={asked.failure} again={asked.again} />}
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={page?.nodes}
        loading={asked.loading}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
    </>
  );
}
