import { Alert, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  value: string;
  hint: string;
  done: () => void;
}

/** A secret that is shown once: selected at a click, gone with the dialog. */
export function Secret({ value, hint, done }: Props) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Alert type="warning" showIcon title={hint} />
      <Input
        readOnly
        className="number"
        aria-label={t('secret.label')}
        value={value}
        onFocus={(event) => event.target.select()}
      />
      <Button type="primary" onClick={done}>
        {t('secret.kept')}
      </Button>
    </div>
  );
}
