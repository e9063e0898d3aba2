import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../components/listed';
import { Page } from '../../components/page';
import { usePlace } from '../../components/use-place';
import { useAsk } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { useColumns } from './columns';
import { CreateAccount } from './create';
import { AccountDrawer } from './drawer';
import { ACCOUNTS } from './query';

const PAGE = 20;
const NONE: readonly never[] = [];

/** Who may sign in, as what, and from where they are signed in now. */
export function Component() {
  const { t } = useTranslation();
  const manages = may(useViewer(), 'ACCOUNTS', 'MANAGE');
  const { place, go } = usePlace(NONE);
  const { data, loading, failure, again } = useAsk(ACCOUNTS, { first: PAGE, after: place.after });
  const [opened, setOpened] = useState<string>();
  const [creating, setCreating] = useState(false);
  const columns = useColumns(setOpened);
  const page = data?.precinct.accounts;
  const created = () => {
    setCreating(false);
    again();
  };
  return (
    <Page
      title={t('room.accounts')}
      personal
      extra={
        manages && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {t('account.create')}
          </Button>
        )
      }
    >
      <Listed asked={{ loading, failure, again }} page={page} columns={columns} place={place} go={go} />
      <AccountDrawer
        account={page?.nodes.find(({ id }) => id === opened)}
        close={() => setOpened(undefined)}
        again={again}
      />
      <Modal
        open={creating}
        title={t('account.create')}
        footer={null}
        onCancel={created}
        mask={{ closable: false }}
        destroyOnHidden
      >
        <CreateAccount done={created} />
      </Modal>
    </Page>
  );
}
