import { useState } from 'react';
import { graphql } from '../../gql';
import type { Purpose } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { useRefusal } from '../refusal';
import { useClear } from '../use-clear';

export const OPEN_DOCUMENT = graphql(`
  mutation OpenDocument($input: OpenDocumentInput!) {
    openDocument(input: $input) {
      link {
        url
      }
      userErrors {
        ...UserError
      }
    }
  }
`);

/** How long a paper lies open. */
const SECONDS = 300;

interface Open {
  documentId: string;
  url: string;
}

/** Opens papers one after another in one place; each opening is an entry in the trail, and none stays on the screen for long. */
export function usePaper() {
  const tell = useTell(OPEN_DOCUMENT);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const { clear: open, show: lay, hide: close, left } = useClear<Open>(SECONDS);
  const show = async (documentId: string, purpose: Purpose) => {
    setBusy(true);
    const told = await tell({ input: { documentId, part: 'CONTENT', purpose } });
    setBusy(false);
    const answer = told.data?.openDocument;
    if (refuse(told.failure, answer?.userErrors) || !answer?.link) return;
    lay({ documentId, url: answer.link.url });
  };
  return { open, show, close, left, busy };
}
