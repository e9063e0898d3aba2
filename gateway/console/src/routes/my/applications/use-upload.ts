import { useRefusal } from '../../../components/refusal';
import { useTell } from '../../../graphql';
import { COMPLETE_MY_PAPER, PREPARE_MY_PAPER } from './paper-query';
import { sendParts } from './send-parts';

/** Announces a paper, sends it in parts, and has it looked at; what is refused is told. */
export function useUpload(applicationId: string, progress: (share: number) => void) {
  const prepare = useTell(PREPARE_MY_PAPER);
  const complete = useTell(COMPLETE_MY_PAPER);
  const refuse = useRefusal();
  return async (code: string, file: File): Promise<void> => {
    const prepared = await prepare({ input: { applicationId, code, size: file.size } });
    const { upload, link, userErrors } = prepared.data?.prepareMyPaper ?? {};
    if (refuse(prepared.failure, userErrors) || !upload || !link) return;
    const arrived = await sendParts(link.url, file, progress);
    if (!arrived) return void refuse({ code: 'NETWORK', message: '' }, undefined);
    const told = await complete({ input: { uploadId: upload.id, expectedVersion: upload.version } });
    refuse(told.failure, told.data?.completeMyPaper.userErrors);
  };
}
