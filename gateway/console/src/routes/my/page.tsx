import { LeftOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Props {
  title: string;
  /** Where the way back leads; a page of the tabs has none. */
  back?: string;
  children: ReactNode;
}

/** One page on a telephone: its heading, the way back, its content. */
export function MyPage({ title, back, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('my.app')}`;
  }, [title, t]);
  return (
    <>
      <div className="my-title">
        {back && (
          <Link to={back} aria-label={t('my.back')} className="my-back">
            <LeftOutlined aria-hidden />
          </Link>
        )}
        <h1>{title}</h1>
      </div>
      <div className="stack">{children}</div>
    </>
  );
}
