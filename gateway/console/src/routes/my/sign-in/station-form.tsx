import { Button, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Welcome } from '../../../resident-session';

interface Props {
  busy: boolean;
  stations: Welcome['stations'];
  choose: (code: string) => void;
}

/** The station of one's home: where the record is looked for. */
export function StationForm({ busy, stations, choose }: Props) {
  const { t } = useTranslation();
  return (
    <Form<{ station: string }>
      layout="vertical"
      size="large"
      onFinish={({ station }) => choose(station)}
      requiredMark={false}
    >
      <p className="quiet">{t('my.stationHint')}</p>
      <Form.Item
        name="station"
        label={t('my.station')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Radio.Group
          className="choices"
          options={stations.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('my.enter')}
      </Button>
    </Form>
  );
}
