import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const ADDRESSES = { confirmations: '/residents', rights: '/residents/rights' } as const;
type List = keyof typeof ADDRESSES;

/** What residents ask online: who they are, and their rights. */
export function Lists({ here }: { here: List }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Segmented<List>
      aria-label={t('room.residents')}
      value={here}
      onChange={(list) => void navigate(ADDRESSES[list])}
      options={(Object.keys(ADDRESSES) as List[]).map((value) => ({ value, label: t(`resident.list.${value}`) }))}
    />
  );
}
