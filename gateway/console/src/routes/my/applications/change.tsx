import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { FailureNotice } from '../../../components/failure-notice';
import { Loading } from '../../../components/loading';
import { NotFound } from '../../../components/not-found';
import { useAsk } from '../../../graphql';
import { formOf } from '../../applications/form-leaves';
import { MyPage } from '../page';
import { DraftForm } from './draft-form';
import { MY_MATTERS, MY_WORDS } from './query';

/** What was said, to be said otherwise: of a draft, or of what was returned. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const matters = useAsk(MY_MATTERS, {});
  const { data, failure, again } = useAsk(MY_WORDS, {});
  const one = data?.me.applications.nodes.find((node) => node.id === id);
  const matter = matters.data?.me.matters.find(({ code }) => code === one?.matter.code);
  if (failure ?? matters.failure)
    return <FailureNotice failure={failure ?? matters.failure ?? { code: '', message: '' }} again={again} />;
  if (!data || !matters.data) return <Loading />;
  if (!one || !matter) return <NotFound />;
  const { words, about, note, neededBy, neededFor, version } = one;
  const values = {
    about,
    childName: words.childName ?? undefined,
    childBirthDate: words.childBirthDate ?? undefined,
    circumstances: words.circumstances,
    form: formOf(words.form),
    note: note ?? undefined,
    neededBy: neededBy ?? undefined,
    neededFor: neededFor ?? undefined,
  };
  return (
    <MyPage title={t('application.change')} back={`/my/applications/${id}`}>
      <DraftForm
        matter={matter}
        changed={{ id, version, values }}
        saved={() => void navigate(`/my/applications/${id}`, { replace: true })}
      />
    </MyPage>
  );
}
