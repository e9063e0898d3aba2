import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** No such room, or no such record for this viewer: the two look the same. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={<h1 className="as-text">{t('state.notFound')}</h1>}
      subTitle={t('state.notFoundHint')}
      extra={
        <Link to="/">
          <Button type="primary" tabIndex={-1}>
            {t('shell.home')}
          </Button>
        </Link>
      }
    />
  );
}
