import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button, Card, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../../components/paper/picture';
import { useRefusal } from '../../../components/refusal';
import { useLabel } from '../../../components/use-label';
import { useTell } from '../../../graphql';
import { IN_HAND } from './actions';
import type { MyApplication } from './detail';
import { OPEN_MY_PAPER } from './paper-query';
import { UploadButton } from './upload-button';

/** The papers that are asked for: photographed here, or brought to the window. */
export function MyPapers({ application, again }: { application: MyApplication; again: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const [shown, setShown] = useState<{ url: string; name: string }>();
  const inHand = IN_HAND.includes(application.state);
  const asked = application.checklist.filter(({ isRequired, state }) => isRequired || state);
  return (
    <Card size="small" title={<h2 className="as-text">{t('application.checklist')}</h2>}>
      {inHand && <p className="quiet small">{t('my.apply.papersHint')}</p>}
      <ul className="plain">
        {asked.map((item) => {
          const paper = application.papers.find(({ code }) => code === item.code);
          const ready = paper?.upload?.state === 'READY';
          const has = ready || item.state === 'RECEIVED' || item.state === 'CHECKED';
          return (
            <li key={item.code} className="line">
              <span>
                {has ? (
                  <CheckCircleOutlined className="sign-good" aria-hidden />
                ) : (
                  <ExclamationCircleOutlined className="sign-missing" aria-hidden />
                )}{' '}
                {label(item)}
                <span className="quiet small">
                  {' '}
                  {t(ready && inHand ? 'my.apply.uploaded' : `paperState.${item.state ?? 'MISSING'}`)}
                </span>
              </span>
              <span className="my-paper-actions">
                {ready && paper.upload && (
                  <Look
                    upload={paper.upload}
                    name={label(item)}
                    show={(url) => setShown({ url, name: label(item) })}
                  />
                )}
                {inHand && paper && (
                  <UploadButton
                    applicationId={application.id}
                    code={item.code}
                    name={label(item)}
                    anew={ready}
                    done={again}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Modal
        open={Boolean(shown)}
        title={shown?.name}
        onCancel={() => setShown(undefined)}
        footer={null}
        destroyOnHidden
      >
        {shown && <Picture url={shown.url} name={shown.name} />}
      </Modal>
    </Card>
  );
}

type Upload = NonNullable<MyApplication['papers'][number]['upload']>;

/** One's own paper once more; a PDF goes to the telephone's reader. */
function Look({ upload, name, show }: { upload: Upload; name: string; show: (url: string) => void }) {
  const { t } = useTranslation();
  const tell = useTell(OPEN_MY_PAPER);
  const refuse = useRefusal();
  const open = async () => {
    const told = await tell({ input: { uploadId: upload.id, part: 'CONTENT' } });
    const answer = told.data?.openMyPaper;
    if (refuse(told.failure, answer?.userErrors) || !answer?.link) return;
    if (upload.mediaType?.startsWith('image/')) show(answer.link.url);
    else window.location.assign(answer.link.url);
  };
  return (
    <Button onClick={() => void open()} aria-label={t('my.apply.lookAt', { paper: name })}>
      {t('my.apply.look')}
    </Button>
  );
}
