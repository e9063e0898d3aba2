import { Button, Popconfirm, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../components/refusal';
import type { ApplicationRowFragment } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { ACCEPT_APPLICATION, APPROVE_APPLICATION, REVIEW_APPLICATION } from './query';

/** What the viewer may do next; each step says what he vouches for. */
export function Steps({ application, again }: { application: ApplicationRowFragment; again: () => void }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { accept, review, approve } = useSteps(application, again);
  const manages = may(viewer, 'APPLICATIONS', 'MANAGE');
  const { state } = application;
  return (
    <Space>
      {manages && state === 'SUBMITTED' && <Step name="accept" does={accept} text={t('application.acceptVouch')} />}
      {manages && state === 'ACCEPTED' && <Step name="review" does={review} text={t('application.reviewVouch')} />}
      {may(viewer, 'APPLICATIONS', 'APPROVE') && state === 'REVIEWED' && (
        <Step name="approve" does={approve} text={t('application.approveVouch')} />
      )}
    </Space>
  );
}

function Step({ name, does, text }: { name: 'accept' | 'review' | 'approve'; does: () => Promise<void>; text: string }) {
  const { t } = useTranslation();
  return (
    <Popconfirm title={text} onConfirm={() => void does()}>
      <Button type="primary">{t(`application.${name}`)}</Button>
    </Popconfirm>
  );
}

function useSteps({ id, version }: ApplicationRowFragment, again: () => void) {
  const tells = { accept: useTell(ACCEPT_APPLICATION), review: useTell(REVIEW_APPLICATION), approve: useTell(APPROVE_APPLICATION) };
  const refuse = useRefusal();
  const seen = { applicationId: id, expectedVersion: version };
  return {
    accept: async () => {
      const told = await tells.accept({ input: { ...seen, identityChecked: true, jurisdictionConfirmed: true } });
      refuse(told.failure, told.data?.acceptApplication.userErrors);
      again();
    },
    review: async () => {
      const told = await tells.review({ input: { ...seen, documentsCompared: true, duplicatesChecked: true } });
      refuse(told.failure, told.data?.reviewApplication.userErrors);
      again();
    },
    approve: async () => {
      const told = await tells.approve({ input: seen });
      refuse(told.failure, told.data?.approveApplication.userErrors);
      again();
    },
  };
}
