import { Button, Checkbox, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountListed } from './columns';
import { CLOSE, RESET_PASSWORD, UNLOCK } from './query';
import { type Credentials, useChange } from './use-change';

interface Props {
  account: AccountListed;
  again: () => void;
  handOver: (credentials: Credentials) => void;
}

/** Unlock, new password, close: each asked twice where it cannot be undone. */
export function AccountActions({ account, again, handOver }: Props) {
  const { t } = useTranslation();
  const unlock = useChange(UNLOCK);
  const reset = useChange(RESET_PASSWORD);
  const shut = useChange(CLOSE);
  const [anew, setAnew] = useState(false);
  const accountId = account.id;
  const afterwards = async (change: Promise<Credentials | undefined>) => {
    const credentials = await change;
    if (credentials?.password) handOver(credentials);
    again();
  };
  return (
    <Space wrap>
      {account.locked && (
        <Button onClick={() => void afterwards(unlock({ input: { accountId } }))}>{t('account.unlock')}</Button>
      )}
      <Popconfirm
        title={t('account.resetSure')}
        description={
          <Checkbox checked={anew} onChange={(event) => setAnew(event.target.checked)}>
            {t('account.newSecondFactor')}
          </Checkbox>
        }
        onConfirm={() => void afterwards(reset({ input: { accountId, newSecondFactor: anew } }))}
      >
        <Button>{t('account.reset')}</Button>
      </Popconfirm>
      <Popconfirm title={t('account.closeSure')} onConfirm={() => void afterwards(shut({ input: { accountId } }))}>
        <Button danger>{t('account.close')}</Button>
      </Popconfirm>
    </Space>
  );
}
