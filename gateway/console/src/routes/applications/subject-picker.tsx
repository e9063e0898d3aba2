import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { SearchBox } from '../persons/search-box';
import { type Question, useSearch } from '../persons/use-search';
import type { Registered } from './filing';

interface Props {
  chosen?: Registered;
  choose: (person?: Registered) => void;
}

/** Finds whom it is about as everybody is found: for a purpose, masked, twenty at most. */
export function SubjectPicker({ chosen, choose }: Props) {
  const { t } = useTranslation();
  const [question, setQuestion] = useState<Question>();
  const { found, loading, failure, again } = useSearch(question, false);
  const forget = () => {
    setQuestion(undefined);
    choose(undefined);
  };
  if (chosen) {
    return (
      <div className="line">
        <span>
          {t('application.subject')} <strong>{chosen.name}</strong>{' '}
          {chosen.household?.number && (
            <span className="quiet figures">{t('household.title', { number: chosen.household.number })}</span>
          )}
        </span>
        <Button size="small" onClick={forget}>
          {t('application.chooseOther')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <SearchBox district={false} busy={loading} ask={setQuestion} />
      {failure && <FailureNotice failure={failure} again={again} />}
      {question && found?.matches.length === 0 && <p className="quiet">{t('state.none')}</p>}
      <ul className="plain">
        {question &&
          found?.matches.map(({ person }) => (
            <li key={person.id} className="line">
              <span className="figures">
                {person.name} {t(`sex.${person.sex}`)} {person.birth} {person.idNumber}{' '}
                <span className="quiet">{person.household?.number}</span>
              </span>
              <Button
                size="small"
                disabled={person.deceased}
                aria-label={t('application.chooseNamed', { name: person.name, idNumber: person.idNumber ?? '' })}
                onClick={() => choose(person)}
              >
                {t('application.choosePerson')}
              </Button>
            </li>
          ))}
      </ul>
    </>
  );
}
