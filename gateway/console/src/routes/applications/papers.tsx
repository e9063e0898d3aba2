import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { useCodes } from '../../components/use-label';
import { useAsk } from '../../graphql';
import { usePurpose } from '../../purpose';
import type { Application } from './detail';
import { Pane } from './pane';
import { DOCUMENTS } from './query';

/** A paper of the application that is kept as a document. */
export interface Kept {
  documentId: string;
  name: string;
  mediaType?: string | null;
}

const PANES = ['left', 'right'] as const;

/** Two papers of the application side by side, whichever the reviewer opens. */
export function Papers({ application }: { application: Application }) {
  const { t } = useTranslation();
  const purpose = usePurpose();
  const { kept, failure, again } = useKept(application);
  return (
    <Card size="small" title={<h2 className="as-text">{t('paper.sideBySide')}</h2>}>
      {failure && <FailureNotice failure={failure} again={again} />}
      {kept.length === 0 ? (
        <p className="quiet">{t('paper.none')}</p>
      ) : (
        <div className="panes">
          {PANES.map((side) => (
            <Pane key={side} side={side} papers={kept} purpose={purpose} />
          ))}
        </div>
      )}
    </Card>
  );
}

/** The papers of which there is a document that can be opened. */
function useKept({ papers, checklist }: Application) {
  const name = useCodes(checklist);
  const ids = papers.flatMap(({ documentId }) => documentId ?? []);
  const { data, failure, again } = useAsk(DOCUMENTS, { ids }, ids.length === 0);
  const documents = data?.nodes.flatMap((node) => (node?.__typename === 'Document' ? [node] : [])) ?? [];
  const kept = papers.flatMap(({ code, documentId }): Kept[] => {
    const document = documents.find(({ id }) => id === documentId);
    return document?.state === 'READY'
      ? [{ documentId: document.id, name: name(code), mediaType: document.mediaType }]
      : [];
  });
  return { kept, failure, again };
}
