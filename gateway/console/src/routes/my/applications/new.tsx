import { useTranslation } from 'react-i18next';
import { FileAddOutlined } from '@ant-design/icons';
import { useNavigate, useSearchParams } from 'react-router';
import { FailureNotice } from '../../../components/failure-notice';
import { Loading } from '../../../components/loading';
import { useLabel } from '../../../components/use-label';
import { useAsk } from '../../../graphql';
import { Entries } from '../entries';
import { MyPage } from '../page';
import { DraftForm } from './draft-form';
import { MY_MATTERS } from './query';

/** What can be applied for from a telephone, and the form of what was chosen. */
export function Component() {
  const { t } = useTranslation();
  const label = useLabel();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { data, failure, again } = useAsk(MY_MATTERS, {});
  const matters = data?.me.matters;
  const chosen = matters?.find(({ code }) => code === params.get('matter'));
  if (chosen) {
    return (
      <MyPage title={label(chosen)} back="/my/applications/new">
        <DraftForm
          matter={chosen}
          saved={(id) => void navigate(`/my/applications/${id}`, { replace: true })}
        />
      </MyPage>
    );
  }
  return (
    <MyPage title={t('my.apply.new')} back="/my/applications">
      {failure && <FailureNotice failure={failure} again={again} />}
      {!matters && !failure && <Loading />}
      {matters && (
        <>
          <p className="quiet">{t('my.apply.choose')}</p>
          <Entries
            entries={matters.map((matter) => ({
              to: `/my/applications/new?matter=${matter.code}`,
              icon: <FileAddOutlined aria-hidden />,
              title: label(matter),
              hint: matter.limit
                ? t(`my.apply.within.${matter.limit.unit}`, { n: matter.limit.value })
                : undefined,
            }))}
          />
        </>
      )}
    </MyPage>
  );
}
