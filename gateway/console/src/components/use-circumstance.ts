import { useTranslation } from 'react-i18next';

/** The circumstances that checklists ask about; a new one is shown by its code until it has a name here. */
const KNOWN = [
  'COURT',
  'DEATH_REVOKED',
  'DISCHARGED',
  'DWELLING_DIVIDED',
  'FOLLOWS_UNMARRIED_FATHER',
  'GENERAL',
  'GROUND_FAMILY',
  'GROUND_HOME',
  'GROUND_JOB',
  'GROUND_STUDY',
  'GROUND_TALENT',
  'MARRIAGE_CHANGED',
  'MINOR',
  'PARENTS_MARRIED',
  'PARENTS_UNMARRIED',
  'PUBLIC_OFFICIAL',
  'RETURNED',
  'STUDENT',
] as const;

/** What a circumstance says. */
export function useCircumstance() {
  const { t } = useTranslation();
  return (code: string) => {
    const known = KNOWN.find((one) => one === code);
    return known ? t(`circumstance.${known}`) : code;
  };
}
