import { App, Button, Card, Segmented, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../components/listed';
import { Page } from '../../components/page';
import { useRefusal } from '../../components/refusal';
import { usePlace } from '../../components/use-place';
import { moment } from '../../format';
import type { CaseFileRowFragment, CaseFileState } from '../../gql/graphql';
import { useAsk, useTell } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { OpenCaseFile } from './open-form';
import { CASE_FILES, CLOSE_CASE_FILE } from './query';

const PAGE = 50;
const FILTERS = ['state'] as const;

/** The case files that reveals refer to. */
export function Component() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const manages = may(useViewer(), 'CASE_FILES', 'MANAGE');
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const state: CaseFileState = filter.state === 'CLOSED' ? 'CLOSED' : 'OPEN';
  const { data, loading, failure, again } = useAsk(CASE_FILES, { state, first: PAGE, after: place.after });
  const close = useClose(again);
  const columns = useColumns(state === 'OPEN' && manages ? close : undefined);
  const page = data?.precinct.caseFiles;
  const opened = (file: CaseFileRowFragment) => {
    void message.success(t('case.opened', { number: file.number }));
    again();
  };
  return (
    <Page
      title={t('room.cases')}
      extra={
        <Segmented<CaseFileState>
          value={state}
          onChange={(next) => narrow({ state: next })}
          options={(['OPEN', 'CLOSED'] as const).map((value) => ({ value, label: t(`caseState.${value}`) }))}
        />
      }
    >
      {manages && (
        <Card size="small" title={<h2 className="as-text">{t('case.openNew')}</h2>} style={{ marginBottom: 12 }}>
          <OpenCaseFile opened={opened} />
        </Card>
      )}
      <Listed asked={{ loading, failure, again }} page={page} columns={columns} place={place} go={go} />
    </Page>
  );
}

function useClose(again: () => void) {
  const tell = useTell(CLOSE_CASE_FILE);
  const refuse = useRefusal();
  return async (file: CaseFileRowFragment) => {
    const input = { caseFileId: file.id, expectedVersion: file.version };
    const told = await tell({ input });
    refuse(told.failure, told.data?.closeCaseFile.userErrors);
    again();
  };
}

function useColumns(close?: (file: CaseFileRowFragment) => Promise<void>): TableColumnsType<CaseFileRowFragment> {
  const { t } = useTranslation();
  const columns: TableColumnsType<CaseFileRowFragment> = [
    { title: t('case.number'), dataIndex: 'number', className: 'number' },
    { title: t('case.kind'), key: 'kind', render: (_, file) => t(`caseKind.${file.kind}`) },
    { title: t('case.title'), dataIndex: 'title' },
    { title: t('case.openedBy'), dataIndex: 'openedBy' },
    { title: t('case.openedAt'), key: 'at', className: 'figures', render: (_, file) => moment(file.openedAt) },
    { title: t('case.closedAt'), key: 'to', className: 'figures', render: (_, file) => moment(file.closedAt) },
  ];
  if (!close) return columns;
  return [
    ...columns,
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, file) => (
        <Button size="small" onClick={() => void close(file)} aria-label={t('case.closeNamed', { number: file.number })}>
          {t('case.close')}
        </Button>
      ),
    },
  ];
}
