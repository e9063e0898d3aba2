import { useCallback, useState } from 'react';
import { graphql } from '../../gql';
import type { Purpose } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { useRefusal } from '../refusal';
import { soon, useVanishing } from '../use-vanishing';

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
  until: number;
}

/** Opens papers one after another in one place; each opening is an entry in the trail, and none stays on the screen for long. */
export function usePaper() {
  const tell = useTell(OPEN_DOCUMENT);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const [open, setOpen] = useState<Open>();
  const close = useCallback(() => setOpen(undefined), []);
  const left = useVanishing(open?.until, close);
  const show = async (documentId: string, purpose: Purpose) => {
    setBusy(true);
    const told = await tell({ input: { documentId, part: 'CONTENT', purpose } });
    setBusy(false);
    const answer = told.data?.openDocument;
    if (refuse(told.failure, answer?.userErrors) || !answer?.link) return;
    setOpen({ documentId, url: answer.link.url, until: soon(SECONDS) });
  };
  return { open, show, close, left, busy };
}
