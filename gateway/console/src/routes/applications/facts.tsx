import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day, moment } from '../../format';
import { usePurpose } from '../../purpose';
import type { Application } from './detail';
import { FormFacts } from './form-facts';
import { type Clear, useReveal } from './use-reveal';

/** What the application says, masked; in clear for a purpose, to be compared with the papers (PRV-02). */
export function Facts({ application, reveals }: { application: Application; reveals: boolean }) {
  const { t } = useTranslation();
  const { clear, reveal, hide, left, busy } = useReveal(application.id);
  const purpose = usePurpose();
  const items = useItems(application, clear);
  return (
    <Card
      size="small"
      title={<h2 className="as-text">{t('application.facts')}</h2>}
      extra={
        clear ? (
          <Button size="small" icon={<EyeInvisibleOutlined aria-hidden />} onClick={hide}>
            {t('reveal.hide')}
          </Button>
        ) : (
          reveals && (
            <Button
              size="small"
              icon={<EyeOutlined aria-hidden />}
              disabled={!purpose}
              loading={busy}
              onClick={() => purpose && void reveal(purpose)}
            >
              {t('reveal.open')}
            </Button>
          )
        )
      }
    >
      <Descriptions
        size="small"
        column={1}
        items={items}
        styles={{ label: { width: 112 } }}
        className="figures"
      />
      {application.note && <p className="wrap">{application.note}</p>}
      {application.reason && <Alert type="warning" showIcon title={application.reason} />}
      {clear && (
        <>
          <FormFacts text={clear.form} />
          <p className="quiet small">{t('reveal.left', { seconds: left })}</p>
        </>
      )}
    </Card>
  );
}

function useItems(one: Application, clear: Clear | undefined) {
  const { t } = useTranslation();
  const says = clear ?? one;
  const subject = one.subjectId ? (
    <Link to={`/persons/${one.subjectId}`}>{says.subjectName ?? '–'}</Link>
  ) : (
    says.subjectName
  );
  const all = [
    ['subject', subject],
    ['subjectIdNumber', says.subjectIdNumber],
    ['applicant', says.applicantName],
    ['applicantKind', t(`applicantKind.${one.applicantKind}`)],
    ['applicantIdNumber', says.applicantIdNumber],
    ['applicantPhone', says.applicantPhone],
    [
      'household',
      one.householdId && <Link to={`/households/${one.householdId}`}>{t('application.openHousehold')}</Link>,
    ],
    ['neededBy', one.neededBy && day(one.neededBy)],
    ['neededFor', one.neededFor],
    ['submittedAt', one.submittedAt && moment(one.submittedAt)],
    ['channel', t(`channel.${one.channel}`)],
    ['madeBy', one.madeBy],
    ['returnedUntil', one.returnedUntil],
    ['redirectTo', one.redirectTo],
  ] as const;
  return all
    .filter(([, value]) => value)
    .map(([key, children]) => ({ key, label: t(`application.${key}`), children }));
}
