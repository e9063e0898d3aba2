import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Marked } from '../../components/page';
import { PersonView } from './view';

/** The person beside the list; the masked name is the title until the record is read. */
export interface Opened {
  id: string;
  name: string;
}

export function PersonDrawer({ opened, close }: { opened?: Opened; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={Boolean(opened)}
      onClose={close}
      title={t('person.title', { name: opened?.name ?? '' })}
      extra={opened && <Link to={`/persons/${opened.id}`}>{t('person.page')}</Link>}
      destroyOnHidden
      size={560}
    >
      {opened && (
        <Marked>
          <PersonView id={opened.id} />
        </Marked>
      )}
    </Drawer>
  );
}
