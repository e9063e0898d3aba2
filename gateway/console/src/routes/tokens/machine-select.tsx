import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graphql';
import { MACHINES } from './query';

interface Props {
  id?: string;
  value?: string;
  onChange?: (accountId: string) => void;
}

/** The machine's account that the token acts for. */
export function MachineSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const { data, loading } = useAsk(MACHINES, {});
  const machines = data?.precinct.accounts.nodes.filter(
    ({ state, postings }) => state === 'ACTIVE' && postings.some((p) => p.role === 'INTEGRATOR' && !p.validTo),
  );
  return (
    <Select
      id={id}
      aria-label={t('token.account')}
      loading={loading}
      value={value}
      onChange={onChange}
      options={machines?.map((machine) => ({ value: machine.id, label: `${machine.name} (${machine.login})` }))}
      notFoundContent={t('token.noMachine')}
    />
  );
}
