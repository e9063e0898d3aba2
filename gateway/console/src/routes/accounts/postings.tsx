import { Button, Form, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment, period } from '../../format';
import type { AccountListed } from './columns';
import { PostingFields, type PostingValues } from './posting-fields';
import { ASSIGN, END_POSTING } from './query';
import { useChange } from './use-change';

interface Props {
  account: AccountListed;
  manages: boolean;
  again: () => void;
}

/** As what somebody serves, and since when; rights begin and end with it (SEC-13). */
export function Postings({ account, manages, again }: Props) {
  const { t } = useTranslation();
  const end = useChange(END_POSTING);
  const ended = (postingId: string) => void end({ input: { postingId } }).then(again);
  return (
    <>
      <ul className="plain">
        {account.postings.map((posting) => (
          <li key={posting.id} className="line">
            <div>
              {t(`role.${posting.role}`)} {posting.office && t(`assistOffice.${posting.office}`)} {posting.title}
              <div className="quiet small">{posting.beats.map((beat) => beat.name).join(t('list.comma'))}</div>
              <div className="quiet small figures">
                {period(moment(posting.validFrom), posting.validTo && moment(posting.validTo), t('time.present'))}
              </div>
            </div>
            {manages && !posting.validTo && (
              <Popconfirm title={t('account.endPostingSure')} onConfirm={() => ended(posting.id)}>
                <Button size="small">{t('account.endPosting')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {manages && <Assign accountId={account.id} again={again} />}
    </>
  );
}

function Assign({ accountId, again }: { accountId: string; again: () => void }) {
  const { t } = useTranslation();
  const assign = useChange(ASSIGN);
  const [open, setOpen] = useState(false);
  const send = async (values: PostingValues) => {
    if (!(await assign({ input: { accountId, ...values } }))) return;
    setOpen(false);
    again();
  };
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('account.assign')}</Button>
      </div>
    );
  }
  return (
    <Form<PostingValues> layout="vertical" onFinish={(values) => void send(values)} requiredMark={false}>
      <PostingFields />
      <Button type="primary" htmlType="submit">
        {t('account.assign')}
      </Button>
    </Form>
  );
}
