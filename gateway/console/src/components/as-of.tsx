import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

/** The two axes of time: what was true on a day, and what the register knew at a moment. */
export interface View {
  asOf?: string;
  knownAt?: string;
}

export const NOW: View = {};

interface Props {
  view: View;
  change: (next: View) => void;
}

/** Empty pickers are the present. */
export function AsOf({ view, change }: Props) {
  const { t } = useTranslation();
  const past = view.asOf !== undefined || view.knownAt !== undefined;
  return (
    <div className="bar as-of">
      <label>
        {t('time.asOf')}{' '}
        <DatePicker
          value={view.asOf ? dayjs(view.asOf) : null}
          onChange={(day) => change({ ...view, asOf: day?.format('YYYY-MM-DD') })}
          placeholder={t('time.today')}
          maxDate={dayjs()}
        />
      </label>
      <label>
        {t('time.knownAt')}{' '}
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={view.knownAt ? dayjs(view.knownAt) : null}
          onChange={(at) => change({ ...view, knownAt: at?.toISOString() })}
          placeholder={t('time.now')}
          maxDate={dayjs()}
        />
      </label>
      {past && <Button onClick={() => change(NOW)}>{t('time.back')}</Button>}
    </div>
  );
}
