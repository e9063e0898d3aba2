import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useViewer } from '../../viewer';
import { AccountActions } from './actions';
import { type AccountListed, State } from './columns';
import { HandOver } from './hand-over';
import { Postings } from './postings';
import { AccountSessions } from './sessions';
import type { Credentials } from './use-change';

interface Props {
  account?: AccountListed;
  close: () => void;
  again: () => void;
}

/** One account: its postings, its sessions, its locks. */
export function AccountDrawer({ account, close, again }: Props) {
  return (
    <Drawer open={Boolean(account)} onClose={close} title={account?.name} destroyOnHidden size={480}>
      {account && <Inside key={account.id} account={account} again={again} />}
    </Drawer>
  );
}

function Inside({ account, again }: { account: AccountListed; again: () => void }) {
  const { t } = useTranslation();
  const manages = may(useViewer(), 'ACCOUNTS', 'MANAGE') && account.state === 'ACTIVE';
  const [credentials, setCredentials] = useState<Credentials>();
  if (credentials) return <HandOver credentials={credentials} done={() => setCredentials(undefined)} />;
  return (
    <div className="stack">
      <div>
        <span className="number">{account.login}</span> <State account={account} />
      </div>
      {manages && <AccountActions account={account} again={again} handOver={setCredentials} />}
      <h2 className="section">{t('account.postings')}</h2>
      <Postings account={account} manages={manages} again={again} />
      <h2 className="section">{t('sessions.title')}</h2>
      <AccountSessions sessions={account.sessions} again={again} />
    </div>
  );
}
