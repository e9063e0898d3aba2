import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../components/page';
import { PersonView } from './view';

/** A person on a page of their own; the address holds the record's public id and nothing of the person. */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <Page title={t('person.heading')} personal>
      <Card size="small">
        <PersonView id={id} />
      </Card>
    </Page>
  );
}
