import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from './me';

const TYPES = { LINKED: 'success', TO_BE_CONFIRMED: 'warning', UNKNOWN: 'info' } as const;

/** How far it is known who the resident is, and what comes next (IDN-11). */
export function Standing() {
  const { t } = useTranslation();
  const { me } = useMe();
  const { standing } = me;
  return (
    <Alert
      type={TYPES[standing]}
      showIcon
      role="status"
      title={t(`my.standing.${standing}`)}
      description={t(`my.standingHint.${standing}`, { station: me.precinct.name })}
      action={
        standing !== 'LINKED' && (
          <Link to="/my/who">
            <Button type={standing === 'UNKNOWN' ? 'primary' : 'default'} tabIndex={-1}>
              {t(standing === 'UNKNOWN' ? 'my.who.go' : 'my.who.anew')}
            </Button>
          </Link>
        )
      }
    />
  );
}
