import {
  EyeOutlined,
  FileTextOutlined,
  IdcardOutlined,
  LogoutOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { signOut } from '../../session';
import { Entries } from './entries';
import { useMe } from './me';
import { MyPage } from './page';

/** The account: the telephone, the station, what is known, and the way out. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { me } = useMe();
  const leave = () => void signOut().then(() => navigate('/my/sign-in', { replace: true }));
  return (
    <MyPage title={t('my.tab.mine')}>
      <Card size="small">
        <div className="line">
          <span className="quiet">{t('my.phone')}</span>
          <span className="number">{me.phone}</span>
        </div>
        <div className="line">
          <span className="quiet">{t('my.station')}</span>
          <span>{me.precinct.name}</span>
        </div>
        <div className="line">
          <span className="quiet">{t('my.who.label')}</span>
          <span>{t(`my.standing.${me.standing}`)}</span>
        </div>
      </Card>
      <Entries
        entries={[
          { to: '/my/data', icon: <IdcardOutlined aria-hidden />, title: t('my.data.title') },
          { to: '/my/seen', icon: <EyeOutlined aria-hidden />, title: t('my.seen.title') },
          { to: '/my/rights', icon: <SafetyCertificateOutlined aria-hidden />, title: t('my.rights.title') },
          { to: '/my/notice', icon: <FileTextOutlined aria-hidden />, title: t('my.notice') },
        ]}
      />
      <Button size="large" block icon={<LogoutOutlined aria-hidden />} onClick={leave}>
        {t('shell.signOut')}
      </Button>
    </MyPage>
  );
}
