import { useTranslation } from 'react-i18next';

/** Something that the server names in both languages: a code, a matter, a paper. */
export interface Labelled {
  label: string;
  labelEn: string;
}

/** The label in the language of the screen. */
export function useLabel() {
  const { i18n } = useTranslation();
  return (of: Labelled) => (i18n.language === 'en' ? of.labelEn : of.label);
}

/** The label of a code of a set; a code that is in force no more stands for itself. */
export function useCodes(values: readonly (Labelled & { code: string })[] | undefined) {
  const label = useLabel();
  return (code: string | null | undefined) => {
    const known = values?.find((value) => value.code === code);
    return known ? label(known) : (code ?? '–');
  };
}
