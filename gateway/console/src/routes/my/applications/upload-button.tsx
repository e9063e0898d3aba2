import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpload } from './use-upload';

interface Props {
  applicationId: string;
  code: string;
  name: string;
  /** There is one already, which the new one replaces. */
  anew: boolean;
  done: () => void;
}

/** Photographs a paper, or takes a file of the telephone. */
export function UploadButton({ applicationId, code, name, anew, done }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const upload = useUpload(applicationId, setShare);
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    setShare(0);
    await upload(code, file);
    setShare(undefined);
    done();
  };
  const busy = share !== undefined;
  const words = busy
    ? t('my.apply.sent', { share: Math.round(share * 100) })
    : t(anew ? 'my.apply.uploadAnew' : 'my.apply.upload');
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        className="unseen"
        tabIndex={-1}
        aria-label={t('my.apply.fileOf', { paper: name })}
        onChange={(event) => void chosen(event)}
      />
      <Button
        type={anew ? 'default' : 'primary'}
        icon={<CameraOutlined aria-hidden />}
        loading={busy}
        aria-label={`${words} ${name}`}
        onClick={() => input.current?.click()}
      >
        {words}
      </Button>
    </>
  );
}
