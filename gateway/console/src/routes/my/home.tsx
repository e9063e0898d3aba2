import {
  CalendarOutlined,
  EyeOutlined,
  FormOutlined,
  IdcardOutlined,
  SafetyCertificateOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Entries } from './entries';
import { useMe } from './me';
import { MyPage } from './page';
import { Standing } from './standing';

/** Where a resident begins: who he is here, and what he can do. */
export function Component() {
  const { t } = useTranslation();
  const { me } = useMe();
  const name = me.person?.name;
  return (
    <MyPage title={name ? t('my.hello', { name }) : t('my.helloUnknown')}>
      <Standing />
      <Entries
        entries={[
          {
            to: '/my/applications',
            icon: <FormOutlined aria-hidden />,
            title: t('my.apply.new'),
            hint: t('my.apply.hint'),
          },
          {
            to: '/my/appointments',
            icon: <CalendarOutlined aria-hidden />,
            title: t('my.book.new'),
            hint: t('my.book.hint'),
          },
        ]}
      />
      <Entries
        entries={[
          {
            to: '/my/data',
            icon: <IdcardOutlined aria-hidden />,
            title: t('my.data.title'),
            hint: t('my.data.hint'),
          },
          {
            to: '/my/seen',
            icon: <EyeOutlined aria-hidden />,
            title: t('my.seen.title'),
            hint: t('my.seen.hint'),
          },
          {
            to: '/my/rights',
            icon: <SafetyCertificateOutlined aria-hidden />,
            title: t('my.rights.title'),
            hint: t('my.rights.hint'),
          },
        ]}
      />
    </MyPage>
  );
}
