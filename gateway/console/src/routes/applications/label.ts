import { useTranslation } from 'react-i18next';

interface Labelled {
  label: string;
  labelEn: string;
}

/** The label of a type or paper in the language of the screen. */
export function useLabel() {
  const { i18n } = useTranslation();
  return (of: Labelled) => (i18n.language === 'en' ? of.labelEn : of.label);
}
