import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStep } from '../../../components/use-step';
import type { MyApplication } from './detail';
import { SUBMIT_MY_APPLICATION, WITHDRAW_MY_APPLICATION } from './query';

/** While it is a draft or returned, it is in the resident's hands. */
export const IN_HAND: readonly string[] = ['DRAFT', 'RETURNED'];
/** It can be taken back until it is approved. */
const WITHDRAWABLE: readonly string[] = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVIEWED', 'SUSPENDED'];

/** File, change, take back. */
export function Actions({
  application: { id, version, state },
  again,
}: {
  application: MyApplication;
  again: () => void;
}) {
  const { t } = useTranslation();
  const submit = useStep(SUBMIT_MY_APPLICATION, again);
  const withdraw = useStep(WITHDRAW_MY_APPLICATION, again);
  const seen = { applicationId: id, expectedVersion: version };
  return (
    <div className="stack">
      {IN_HAND.includes(state) && (
        <>
          <Button
            type="primary"
            size="large"
            block
            loading={submit.busy}
            onClick={() => void submit.take(seen)}
          >
            {t(state === 'RETURNED' ? 'my.apply.submitAgain' : 'my.apply.submit')}
          </Button>
          <Link to={`/my/applications/${id}/change`}>
            <Button size="large" block tabIndex={-1}>
              {t('application.change')}
            </Button>
          </Link>
        </>
      )}
      {WITHDRAWABLE.includes(state) && (
        <Popconfirm title={t('my.apply.withdrawSure')} onConfirm={() => void withdraw.take(seen)}>
          <Button size="large" block danger loading={withdraw.busy}>
            {t('my.apply.withdraw')}
          </Button>
        </Popconfirm>
      )}
    </div>
  );
}
