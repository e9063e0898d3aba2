import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, Layout, Menu } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { SIGNED_OUT, useAsk } from '../graphql';
import { type Viewer, VIEWER, ViewerProvider } from '../viewer';
import { Brand } from './brand';
import { FailureNotice } from './failure-notice';
import { Loading } from './loading';
import { LanguageSwitch } from './language-switch';
import { roomsOf } from './menu';
import { UserMenu } from './user-menu';

/** Asks who is signed in; everything inside may rely on the answer. */
export function Shell() {
  const { data, failure, again } = useAsk(VIEWER, {});
  const location = useLocation();
  if (failure?.code === 'UNAUTHENTICATED') {
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  }
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!data) return <Loading />;
  return (
    <ViewerProvider value={data.viewer}>
      <Frame viewer={data.viewer} />
    </ViewerProvider>
  );
}

function Frame({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().lg ?? true;
  useSignedOut();
  return (
    <Layout style={{ minHeight: '100dvh' }}>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Layout.Header className="shell-header">
        {!wide && <Rooms viewer={viewer} />}
        <Link to="/" className="shell-brand" title={t('shell.home')}>
          <Brand />
        </Link>
        <span className="shell-place">{viewer.precinct.name}</span>
        <LanguageSwitch />
        <UserMenu />
      </Layout.Header>
      <Layout>
        {wide && (
          <Layout.Sider width={208} theme="light" className="shell-sider">
            <nav aria-label={t('shell.rooms')}>
              <RoomMenu viewer={viewer} />
            </nav>
          </Layout.Sider>
        )}
        <div className="shell-content">
          <main id="main" className="shell-main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </Layout>
    </Layout>
  );
}

/** A session that ends under the viewer's hands leads to the door, and back here afterwards. */
function useSignedOut() {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(() => {
    const leave = () => void navigate('/sign-in', { replace: true, state: { from: pathname + search, ended: true } });
    window.addEventListener(SIGNED_OUT, leave);
    return () => window.removeEventListener(SIGNED_OUT, leave);
  }, [navigate, pathname, search]);
}

function RoomMenu({ viewer, onChosen }: { viewer: Viewer; onChosen?: () => void }) {
  const { t } = useTranslation();
  const here = useLocation().pathname.split('/')[1] ?? '';
  const items = roomsOf(viewer).map(({ room, icon }) => ({
    key: room,
    icon,
    label: <Link to={`/${room}`}>{t(`room.${room}`)}</Link>,
  }));
  return <Menu mode="inline" selectedKeys={[here]} items={items} onClick={onChosen} style={{ border: 0 }} />;
}

/** On a phone the rooms are behind a button. */
function Rooms({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        type="text"
        icon={<MenuOutlined aria-hidden />}
        aria-label={t('shell.rooms')}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <Drawer open={open} onClose={close} placement="left" size={240} title={t('shell.rooms')}>
        <RoomMenu viewer={viewer} onChosen={close} />
      </Drawer>
    </>
  );
}
