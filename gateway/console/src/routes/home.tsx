import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { roomsOf } from '../components/menu';
import { useViewer } from '../viewer';

/** The first room of the viewer's menu is where the day begins; a resident has pages of his own. */
export function Home() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const first = roomsOf(viewer)[0];
  if (viewer.role === 'RESIDENT') return <Navigate to="/my" replace />;
  if (first) return <Navigate to={`/${first.room}`} replace />;
  return <Result status="info" title={<h1 className="as-text">{t('state.noRooms')}</h1>} subTitle={t('state.noRoomsHint')} />;
}
