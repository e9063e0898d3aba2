import { App, Button, Drawer, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '../format';
import { graphql } from '../gql';
import { useAsk, useTell } from '../graphql';
import { FailureNotice } from './failure-notice';
import { useRefusal } from './refusal';

const SESSIONS = graphql(`
  query Sessions {
    viewer {
      id
      sessions {
        id
        terminal
        address
        userAgent
        createdAt
        lastSeenAt
        current
      }
    }
  }
`);

export const END_SESSION = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      userErrors {
        ...UserError
      }
    }
  }
`);

/** Every terminal I am signed in on; a forgotten one is signed out from here. */
export function SessionsDrawer({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer open={open} onClose={close} title={t('sessions.title')} destroyOnHidden size={420}>
      <Sessions />
    </Drawer>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { data, failure, again } = useAsk(SESSIONS, {});
  const tell = useTell(END_SESSION);
  const refuse = useRefusal();
  const end = async (sessionId: string) => {
    const told = await tell({ input: { sessionId } });
    if (refuse(told.failure, told.data?.endSession.userErrors)) return;
    void message.success(t('sessions.ended'));
    again();
  };
  if (failure) return <FailureNotice failure={failure} again={again} />;
  return (
    <ul className="plain">
      {data?.viewer.sessions.map((session) => (
        <li key={session.id} className="line">
          <div>
            <strong>
              <TerminalName terminal={session.terminal} />
            </strong> {session.current && <Tag color="processing">{t('sessions.current')}</Tag>}
            <div className="quiet figures">{session.address}</div>
            <div className="quiet small">{session.userAgent}</div>
            <div className="quiet figures">{t('sessions.seen', { at: moment(session.lastSeenAt) })}</div>
          </div>
          {!session.current && (
            <Button size="small" danger onClick={() => void end(session.id)}>
              {t('sessions.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The class of a terminal, in words where we know it. */
export function TerminalName({ terminal }: { terminal: string }) {
  const { t } = useTranslation();
  const known = (['DESKTOP', 'MOBILE'] as const).find((name) => name === terminal);
  return <>{known ? t(`terminal.${known}`) : terminal}</>;
}
