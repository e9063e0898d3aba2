import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { roomsOf } from '../components/menu';
import { useViewer } from '../viewer';

/** The first room of the viewer's menu is where the day begins. */
export function Home() {
  const { t } = useTranslation();
  const first = roomsOf(useViewer())[0];
  if (first) return <Navigate to={`/${first.room}`} replace />;
  return <Result status="info" title={<h1 className="as-text">{t('state.noRooms')}</h1>} subTitle={t('state.noRoomsHint')} />;
}
