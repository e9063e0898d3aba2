import { DesktopOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Grid } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { signOut } from '../session';
import { useViewer } from '../viewer';
import { SessionsDrawer } from './sessions-drawer';

/** Who I am, where I am signed in, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const navigate = useNavigate();
  const wide = Grid.useBreakpoint().md ?? true;
  const [sessions, setSessions] = useState(false);
  const leave = () => void signOut().then(() => navigate('/sign-in', { replace: true }));
  const items = [
    {
      key: 'who',
      type: 'group' as const,
      label: `${viewer.name} · ${t(`role.${viewer.role}`)}`,
    },
    { key: 'sessions', icon: <DesktopOutlined aria-hidden />, label: t('sessions.title'), onClick: () => setSessions(true) },
    { key: 'leave', icon: <LogoutOutlined aria-hidden />, label: t('shell.signOut'), onClick: leave },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={t('shell.userMenu', { name: viewer.name })}>
          {wide ? viewer.name : undefined}
        </Button>
      </Dropdown>
      <SessionsDrawer open={sessions} close={() => setSessions(false)} />
    </>
  );
}
