import { Descriptions, Drawer, Table, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { Marked } from '../../components/page';
import { moment } from '../../format';
import { useAsk } from '../../graphql';
import { useLabel } from '../../components/use-label';
import { APPLICATION_DETAIL } from './query';
import { Steps } from './steps';

/** One application: its checklist, what happened to it, and what can be done next. */
export function ApplicationDrawer({ id, close }: { id?: string; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer open={Boolean(id)} onClose={close} title={t('application.one')} destroyOnHidden size={640}>
      {id && (
        <Marked>
          <Opened id={id} />
        </Marked>
      )}
    </Drawer>
  );
}

function Opened({ id }: { id: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { data, failure, again } = useAsk(APPLICATION_DETAIL, { id });
  if (failure) return <FailureNotice failure={failure} again={again} />;
  const one = data?.precinct.application;
  if (!one) return <Loading />;
  const items = [
    { key: 'number', label: t('application.number'), children: <span className="number">{one.number}</span> },
    { key: 'type', label: t('application.type'), children: label(one.matter) },
    { key: 'state', label: t('application.state'), children: t(`applicationState.${one.state}`) },
    { key: 'subject', label: t('application.subject'), children: one.subjectName },
    { key: 'applicant', label: t('application.applicant'), children: one.applicantName },
    { key: 'due', label: t('application.due'), children: one.due },
  ];
  return (
    <div className="stack">
      <Descriptions size="small" column={1} items={items} />
      <Steps application={one} again={again} />
      <h2 className="section">{t('application.checklist')}</h2>
      <Table
        rowKey="code"
        size="small"
        pagination={false}
        dataSource={one.checklist}
        columns={[
          { title: t('application.paper'), key: 'paper', render: (_, paper) => label(paper) },
          {
            title: t('application.needed'),
            key: 'needed',
            render: (_, paper) => t(paper.isRequired ? 'application.required' : 'application.optional'),
          },
          {
            title: t('application.state'),
            key: 'state',
            render: (_, paper) => t(`paperState.${paper.state ?? 'MISSING'}`),
          },
        ]}
      />
      <h2 className="section">{t('application.history')}</h2>
      <Timeline
        items={one.events.map((event) => ({
          key: event.id,
          content: `${moment(event.at)} ${event.by} ${t(`applicationState.${event.toState}`)} ${event.reason ?? ''}`,
        }))}
      />
    </div>
  );
}
