import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql';
import { useAsk } from '../graphql';
import { useLater } from './use-later';

/** A household by its number, in the version that was seen (REG-19). */
export const HOUSEHOLD_BY_NUMBER = graphql(`
  query HouseholdByNumber($number: String!) {
    precinct {
      id
      household(number: $number) {
        id
        number
        version
        state
        headName
        addressMasked
      }
    }
  }
`);

/** The household that was found, in the version that was seen. */
export interface HouseholdSeen {
  id: string;
  version: number;
}

/** Whoever typed less is still typing; numbers given at different times are of different lengths. */
const SHORTEST = 8;

interface Props {
  id?: string;
  onChange?: (found?: HouseholdSeen) => void;
}

/** Finds a household by its whole number, and shows whose it is. */
export function HouseholdByNumber({ id, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const number = useLater(typed.trim(), 250);
  const whole = number.length >= SHORTEST;
  const { data, failure, loading } = useAsk(HOUSEHOLD_BY_NUMBER, { number }, !whole);
  const found = whole && !loading && !failure ? data?.precinct.household : undefined;
  const household = found?.number === number && found.state === 'ACTIVE' ? found : undefined;
  useEffect(() => {
    onChange?.(household && { id: household.id, version: household.version });
    // Only another household is a change; the form hands in another function at every look.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [household?.id, household?.version]);
  const missing = whole && !loading && !household;
  return (
    <>
      <Input
        id={id}
        inputMode="numeric"
        className="number"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        style={{ maxWidth: 280 }}
      />
      <div className="quiet" role="status">
        {household
          ? `${household.headName} · ${household.addressMasked}`
          : missing
            ? t('state.notFound')
            : ' '}
      </div>
    </>
  );
}
