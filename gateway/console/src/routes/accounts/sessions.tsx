import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../components/refusal';
import { END_SESSION, TerminalName } from '../../components/sessions-drawer';
import { moment } from '../../format';
import { useTell } from '../../graphql';
import { may, useViewer } from '../../viewer';
import type { AccountListed } from './columns';

/** Where the holder is signed in; the administrator may end it, within a second everywhere. */
export function AccountSessions({ sessions, again }: { sessions: AccountListed['sessions']; again: () => void }) {
  const { t } = useTranslation();
  const manages = may(useViewer(), 'SESSIONS', 'MANAGE');
  const tell = useTell(END_SESSION);
  const refuse = useRefusal();
  const end = async (sessionId: string) => {
    const told = await tell({ input: { sessionId } });
    refuse(told.failure, told.data?.endSession.userErrors);
    again();
  };
  if (sessions.length === 0) return <p className="quiet">{t('state.none')}</p>;
  return (
    <ul className="plain">
      {sessions.map((session) => (
        <li key={session.id} className="line">
          <div>
            <TerminalName terminal={session.terminal} /> <span className="quiet figures">{session.address}</span>
            <div className="quiet small figures">{t('sessions.seen', { at: moment(session.lastSeenAt) })}</div>
          </div>
          {manages && (
            <Button size="small" danger onClick={() => void end(session.id)}>
              {t('sessions.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
