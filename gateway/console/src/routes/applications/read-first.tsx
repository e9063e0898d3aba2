import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposeSelect } from '../../components/purpose-select';
import type { Purpose } from '../../gql/graphql';
import { choosePurpose, usePurpose } from '../../purpose';
import { type Clear, useReveal } from './use-reveal';

interface Props {
  applicationId: string;
  /** Why it has to be read, and that it is noted. */
  why: string;
  children: (clear: Clear, purpose: Purpose) => ReactNode;
}

/** What can be done only with what was filled in before the eyes: it is read for a purpose first, and gone after a while (PRV-02). */
export function ReadFirst({ applicationId, why, children }: Props) {
  const { t } = useTranslation();
  const purpose = usePurpose();
  const { clear, reveal, busy } = useReveal(applicationId);
  if (clear && purpose) return children(clear, purpose);
  return (
    <div className="stack">
      <p className="quiet">{why}</p>
      <div className="bar">
        <PurposeSelect value={purpose} onChange={choosePurpose} />
        <Button
          type="primary"
          disabled={!purpose}
          loading={busy}
          onClick={() => purpose && void reveal(purpose)}
        >
          {t('reveal.go')}
        </Button>
      </div>
    </div>
  );
}
