import { useTranslation } from 'react-i18next';
import type { MemberFragment } from '../../gql/graphql';
import { language } from '../../i18n';

/** The relation to the head, by its legal code and in words. */
export function RelationLabel({ member }: { member: Pick<MemberFragment, 'isHead' | 'relation' | 'relationCode'> }) {
  useTranslation();
  const { relation, relationCode, isHead } = member;
  const label = language() === 'en' ? relation.labelEn : relation.label;
  return (
    <>
      {isHead ? <strong>{label}</strong> : label} <span className="quiet figures">{relationCode}</span>
    </>
  );
}
