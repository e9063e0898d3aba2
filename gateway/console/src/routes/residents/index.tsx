import { Button, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Listed } from '../../components/listed';
import { Page } from '../../components/page';
import { StepDialog } from '../../components/step-dialog';
import { usePlace } from '../../components/use-place';
import { moment } from '../../format';
import type { ConfirmationState, ResidentConfirmationRowFragment } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { ConfirmForm } from './confirm-form';
import { Lists } from './lists';
import { RESIDENT_CONFIRMATIONS } from './query';

type Row = ResidentConfirmationRowFragment;
const PAGE = 50;
const FILTERS = ['state'] as const;
const STATES = ['PENDING', 'CONFIRMED', 'REFUSED', 'REPLACED'] as const satisfies readonly ConfirmationState[];

/** Residents who said from their telephone who they are; the window looks at a document (IDN-11). */
export function Component() {
  const { t } = useTranslation();
  const manages = may(useViewer(), 'RESIDENTS', 'MANAGE');
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const state = STATES.find((known) => known === filter.state) ?? 'PENDING';
  const asked = { state, first: PAGE, after: place.after };
  const { data, loading, failure, again } = useAsk(RESIDENT_CONFIRMATIONS, asked);
  const [open, setOpen] = useState<Row>();
  const columns = useColumns(state, manages ? setOpen : undefined);
  const page = data?.precinct.residentConfirmations;
  const done = () => {
    setOpen(undefined);
    again();
  };
  return (
    <Page personal title={t('resident.list.confirmations')} extra={<Lists here="confirmations" />}>
      <div className="bar">
        <Segmented<ConfirmationState>
          aria-label={t('resident.state')}
          value={state}
          onChange={(next) => narrow({ state: next })}
          options={STATES.map((value) => ({ value, label: t(`confirmationState.${value}`) }))}
        />
      </div>
      <Listed asked={{ loading, failure, again }} page={page} columns={columns} place={place} go={go} />
      <StepDialog title={open && t('resident.confirmNamed', { name: open.name })} close={() => setOpen(undefined)}>
        {open && <ConfirmForm confirmation={open} done={done} />}
      </StepDialog>
    </Page>
  );
}

/** Pending ones are looked at here by those who may; decided ones say by whom and how. */
function useColumns(state: ConfirmationState, open?: (row: Row) => void): TableColumnsType<Row> {
  const { t } = useTranslation();
  const said: TableColumnsType<Row> = [
    {
      title: t('person.name'),
      key: 'name',
      render: (_, row) => (row.personId ? <Link to={`/persons/${row.personId}`}>{row.name}</Link> : row.name),
    },
    { title: t('person.idNumber'), dataIndex: 'idNumber', className: 'number' },
    { title: t('person.phone'), dataIndex: 'phone', className: 'number' },
    { title: t('resident.saidAt'), key: 'at', className: 'figures', render: (_, row) => moment(row.requestedAt) },
  ];
  const decided: TableColumnsType<Row> = [
    {
      title: t('resident.method'),
      key: 'method',
      render: (_, row) => row.method && t(`bindingMethod.${row.method}`),
    },
    { title: t('resident.decidedBy'), dataIndex: 'decidedBy' },
    { title: t('resident.decidedAt'), key: 'to', className: 'figures', render: (_, row) => moment(row.decidedAt) },
  ];
  if (state !== 'PENDING') return [...said, ...decided];
  if (!open) return said;
  const action = {
    title: t('list.actions'),
    key: 'actions',
    render: (_: unknown, row: Row) => (
      <Button
        size="small"
        type="primary"
        aria-label={t('resident.confirmNamed', { name: row.name })}
        onClick={() => open(row)}
      >
        {t('resident.confirm')}
      </Button>
    ),
  };
  return [...said, action];
}
