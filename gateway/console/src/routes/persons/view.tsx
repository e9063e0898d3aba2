import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { NotFound } from '../../components/not-found';
import { PurposeSelect } from '../../components/purpose-select';
import { useAsk } from '../../graphql';
import { choosePurpose, usePurpose } from '../../purpose';
import { PersonFacts } from './facts';
import { PERSON } from './query';

/** Reads a person once it is said what for (PRV-02). */
export function PersonView({ id }: { id: string }) {
  const { t } = useTranslation();
  const purpose = usePurpose();
  const asked = useAsk(PERSON, { id, purpose: purpose ?? 'REGISTER_SERVICE' }, !purpose);
  if (!purpose) {
    return (
      <div className="stack">
        <p className="quiet">{t('purpose.why')}</p>
        <PurposeSelect onChange={choosePurpose} />
      </div>
    );
  }
  if (asked.failure?.code === 'NOT_FOUND') return <NotFound />;
  if (asked.failure) return <FailureNotice failure={asked.failure} again={asked.again} />;
  if (!asked.data) return <Loading />;
  const person = asked.data.precinct.person;
  return person ? <PersonFacts person={person} purpose={purpose} /> : <NotFound />;
}
