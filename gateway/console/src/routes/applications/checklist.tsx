import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Button, Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../components/refusal';
import { useLabel } from '../../components/use-label';
import { useTell } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { RECEIVE_PAPER } from './changes';
import type { Application } from './detail';
import { isMissing } from './gaps';
import { isFinal } from './states';

type Item = Application['checklist'][number];

/** Which papers the circumstances ask for, which have come, and what is missing. */
export function Checklist({ application, again }: { application: Application; again: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const receive = useReceive(application, again);
  const takes = may(useViewer(), 'APPLICATIONS', 'PREPARE') && !isFinal(application.state);
  const gaps = application.checklist.filter(isMissing).length;
  return (
    <Card
      size="small"
      title={<h2 className="as-text">{t('application.checklist')}</h2>}
      extra={
        gaps > 0 ? (
          <Tag color="warning">{t('application.gaps', { n: gaps })}</Tag>
        ) : (
          <Tag color="success">{t('application.complete')}</Tag>
        )
      }
    >
      <ul className="plain">
        {application.checklist.map((item) => (
          <li key={item.code} className="line">
            <span>
              <Sign item={item} /> {label(item)}{' '}
              <span className="quiet small">
                {t(item.isRequired ? 'application.required' : 'application.optional')}
              </span>
            </span>
            {takes && !hasCome(item) ? (
              <Button
                size="small"
                aria-label={t('application.receiveNamed', { paper: label(item) })}
                onClick={() => void receive(item.code)}
              >
                {t('application.receive')}
              </Button>
            ) : (
              <span className="quiet">{t(`paperState.${item.state ?? 'MISSING'}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function hasCome({ state }: Item): boolean {
  return state === 'RECEIVED' || state === 'CHECKED';
}

function Sign({ item }: { item: Item }) {
  const { t } = useTranslation();
  const word = t(`paperState.${item.state ?? 'MISSING'}`);
  if (hasCome(item)) return <CheckCircleOutlined aria-label={word} className="sign-good" />;
  if (item.isRequired) return <ExclamationCircleOutlined aria-label={word} className="sign-missing" />;
  return <MinusCircleOutlined aria-label={word} className="quiet" />;
}

function useReceive({ id, version }: Application, again: () => void) {
  const tell = useTell(RECEIVE_PAPER);
  const refuse = useRefusal();
  return async (code: string) => {
    const told = await tell({ input: { applicationId: id, expectedVersion: version, code } });
    refuse(told.failure, told.data?.receivePaper.userErrors);
    again();
  };
}
