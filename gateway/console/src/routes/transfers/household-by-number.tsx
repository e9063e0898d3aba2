import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLater } from '../../components/use-later';
import { useAsk } from '../../graphql';
import { DESTINATION_HOUSEHOLD } from './filing-query';

/** The household that is joined, in the version that was seen. */
export interface Joined {
  id: string;
  version: number;
}

/** Numbers of households have this many digits. */
const DIGITS = 13;

interface Props {
  id?: string;
  onChange?: (joined?: Joined) => void;
}

/** Finds a household by its whole number, and shows whose it is. */
export function HouseholdByNumber({ id, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const number = useLater(typed.trim(), 250);
  const whole = number.length === DIGITS;
  const { data, failure, loading } = useAsk(DESTINATION_HOUSEHOLD, { number }, !whole);
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
