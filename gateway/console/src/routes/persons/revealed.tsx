import { Button, Descriptions } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Marked } from '../../components/page';
import type { Clear } from './reveal-dialog';

/** Clear values go from the screen by themselves. */
const SECONDS = 60;

export function Revealed({ clear, close }: { clear: Clear; close: () => void }) {
  const { t } = useTranslation();
  const left = useCountdown(SECONDS, close);
  const all = [
    { key: 'name', label: t('reveal.field.NAME'), children: clear.name },
    { key: 'id', label: t('reveal.field.ID_NUMBER'), children: clear.idNumber },
    { key: 'phone', label: t('reveal.field.PHONE'), children: clear.phone },
    { key: 'birth', label: t('reveal.field.BIRTH_DATE'), children: clear.birthDate },
    { key: 'address', label: t('reveal.field.ADDRESS'), children: clear.address },
  ];
  const items = all.filter((item) => item.children);
  return (
    <Marked>
      <div data-testid="revealed">
        <Descriptions bordered size="small" column={1} items={items} className="figures" />
      </div>
      <p className="quiet">{t('reveal.left', { seconds: left })}</p>
      <Button onClick={close}>{t('reveal.hide')}</Button>
    </Marked>
  );
}

function useCountdown(seconds: number, done: () => void): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setTimeout(() => (left > 0 ? setLeft(left - 1) : done()), 1000);
    return () => clearTimeout(timer);
  }, [left, done]);
  return left;
}
