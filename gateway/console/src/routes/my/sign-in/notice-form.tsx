import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '../../../i18n';
import type { Welcome } from '../../../resident-session';

interface Props {
  busy: boolean;
  notice: Welcome['notice'];
  accept: (version: number) => void;
}

/** Who processes what, why and for how long: read before anything is kept (PRV-28). */
export function NoticeForm({ busy, notice, accept }: Props) {
  const { t } = useTranslation();
  const [read, setRead] = useState(false);
  return (
    <div className="stack">
      <div className="notice" tabIndex={0} role="region" aria-label={t('my.step.notice')}>
        {language() === 'en' ? notice.textEn : notice.textZh}
      </div>
      <p className="quiet small figures">
        {t('my.noticeVersion', { version: notice.version, from: notice.validFrom })}
      </p>
      <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
        {t('my.noticeRead')}
      </Checkbox>
      <Button
        type="primary"
        size="large"
        block
        disabled={!read}
        loading={busy}
        onClick={() => accept(notice.version)}
      >
        {t('my.noticeAccept')}
      </Button>
    </div>
  );
}
