import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Language, language, LANGUAGES, speak } from '../i18n';

const options = Object.entries(LANGUAGES).map(([value, label]) => ({ value: value as Language, label }));

/** Each language is written in itself, so that it is found by those who need it. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  return (
    <Segmented<Language>
      size="small"
      aria-label={t('shell.language')}
      name="language"
      options={options}
      value={language()}
      onChange={speak}
    />
  );
}
