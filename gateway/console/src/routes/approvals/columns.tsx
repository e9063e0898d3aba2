import { App, Button, Space, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../components/refusal';
import { moment } from '../../format';
import type { ApprovalRowFragment, ApprovalState } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { DECIDE } from './query';

type Row = ApprovalRowFragment;

/** Pending ones are decided here by those who may; decided ones say by whom. */
export function useColumns(state: ApprovalState, again: () => void): TableColumnsType<Row> {
  const { t } = useTranslation();
  const decides = may(useViewer(), 'APPROVALS', 'APPROVE');
  const decide = useDecide(again);
  const columns: TableColumnsType<Row> = [
    { title: t('person.name'), key: 'person', render: (_, row) => row.person.name },
    { title: t('purpose.label'), key: 'purpose', render: (_, row) => t(`purpose.${row.purpose}`) },
    { title: t('case.file'), key: 'case', render: (_, row) => `${row.caseFile.number} ${row.caseFile.title}` },
    { title: t('approval.reason'), dataIndex: 'reason' },
    { title: t('approval.requestedBy'), dataIndex: 'requestedBy' },
    { title: t('approval.requestedAt'), key: 'at', className: 'figures', render: (_, row) => moment(row.requestedAt) },
  ];
  if (state !== 'PENDING') return [...columns, ...decided(t('approval.decidedBy'), t('approval.expiresAt'))];
  if (!decides) return columns;
  return [
    ...columns,
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) => (
        <Space>
          <Button size="small" type="primary" onClick={() => void decide(row, true)}>
            {t('approval.approve')}
          </Button>
          <Button size="small" onClick={() => void decide(row, false)}>
            {t('approval.refuse')}
          </Button>
        </Space>
      ),
    },
  ];
}

function decided(by: string, expires: string): TableColumnsType<Row> {
  return [
    { title: by, key: 'by', render: (_, row) => row.decidedBy },
    { title: expires, key: 'expires', className: 'figures', render: (_, row) => moment(row.expiresAt) },
  ];
}

function useDecide(again: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const tell = useTell(DECIDE);
  const refuse = useRefusal();
  return async (row: Row, approve: boolean) => {
    const told = await tell({ input: { approvalId: row.id, approve } });
    if (refuse(told.failure, told.data?.decideRevealApproval.userErrors)) return;
    void message.success(t(approve ? 'approval.approved' : 'approval.refused'));
    again();
  };
}
