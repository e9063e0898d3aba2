import { CalendarOutlined, FormOutlined, HomeOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Result } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, NavLink, Outlet, useNavigate } from 'react-router';
import { FailureNotice } from '../../components/failure-notice';
import { LanguageSwitch } from '../../components/language-switch';
import { Loading } from '../../components/loading';
import { SIGNED_OUT, useAsk } from '../../graphql';
import { MeProvider } from './me';
import { ME } from './query';

const DOOR = '/my/sign-in';
const TABS: readonly {
  to: string;
  tab: 'home' | 'applications' | 'appointments' | 'mine';
  icon: ReactNode;
}[] = [
  { to: '/my', tab: 'home', icon: <HomeOutlined aria-hidden /> },
  { to: '/my/applications', tab: 'applications', icon: <FormOutlined aria-hidden /> },
  { to: '/my/appointments', tab: 'appointments', icon: <CalendarOutlined aria-hidden /> },
  { to: '/my/mine', tab: 'mine', icon: <UserOutlined aria-hidden /> },
];

/** The resident's pages (光谷微警务): made for a telephone, and for nobody but the resident. */
export function Component() {
  const { data, failure, again } = useAsk(ME, {});
  useSignedOut();
  if (failure?.code === 'UNAUTHENTICATED') return <Navigate to={DOOR} replace />;
  if (failure?.code === 'FORBIDDEN') return <ForStaff />;
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!data) return <Loading />;
  return (
    <MeProvider value={{ me: data.me, again }}>
      <div className="my">
        <header className="my-head">
          <Link to="/my" className="my-brand">
            {data.me.precinct.name}
          </Link>
          <LanguageSwitch />
        </header>
        <main className="my-main" id="main">
          <Outlet />
        </main>
        <Tabs />
      </div>
    </MeProvider>
  );
}

/** At the thumb, where a telephone has them. */
function Tabs() {
  const { t } = useTranslation();
  return (
    <nav className="my-tabs" aria-label={t('my.tabs')}>
      {TABS.map(({ to, tab, icon }) => (
        <NavLink key={to} to={to} end={to === '/my'} className="my-tab">
          {icon}
          <span>{t(`my.tab.${tab}`)}</span>
        </NavLink>
      ))}
    </nav>
  );
}

function useSignedOut() {
  const navigate = useNavigate();
  useEffect(() => {
    const leave = () => void navigate(DOOR, { replace: true });
    window.addEventListener(SIGNED_OUT, leave);
    return () => window.removeEventListener(SIGNED_OUT, leave);
  }, [navigate]);
}

/** Somebody who signed in as staff has no pages here. */
function ForStaff() {
  const { t } = useTranslation();
  return (
    <main>
      <Result
        status="info"
        title={<h1 className="as-text">{t('my.notForStaff')}</h1>}
        subTitle={t('my.notForStaffHint')}
        extra={
          <Link to="/">
            <Button type="primary" tabIndex={-1}>
              {t('shell.home')}
            </Button>
          </Link>
        }
      />
    </main>
  );
}
