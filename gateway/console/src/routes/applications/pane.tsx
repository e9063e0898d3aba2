import { CloseOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../components/paper/picture';
import { usePaper } from '../../components/paper/use-paper';
import type { Purpose } from '../../gql/graphql';
import type { Kept } from './papers';

/** More papers than this are chosen from a list instead of from a row. */
const ROW = 3;

interface Props {
  side: 'left' | 'right';
  papers: readonly Kept[];
  purpose?: Purpose;
}

/** One of two places where a paper lies open. */
export function Pane({ side, papers, purpose }: Props) {
  const { t } = useTranslation();
  const { open, show, close, left, busy } = usePaper();
  const shown = papers.find(({ documentId }) => documentId === open?.documentId);
  const choose = (documentId: string) => purpose && void show(documentId, purpose);
  const options = papers.map(({ documentId, name }) => ({ value: documentId, label: name }));
  const title = t(`paper.pane.${side}`);
  return (
    <section className="pane" aria-label={title}>
      <div className="pane-head">
        {papers.length > ROW ? (
          <Select
            aria-label={title}
            placeholder={t('paper.choose')}
            value={open?.documentId ?? null}
            options={options}
            onChange={choose}
            disabled={!purpose}
            loading={busy}
          />
        ) : (
          <Segmented
            aria-label={title}
            value={open?.documentId ?? ''}
            options={options}
            onChange={choose}
            disabled={!purpose || busy}
          />
        )}
        {open && (
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('paper.close', { pane: title })}
            onClick={close}
          />
        )}
      </div>
      {open && shown ? (
        <>
          {shown.mediaType?.startsWith('image/') ? (
            <Picture key={open.url} url={open.url} name={shown.name} />
          ) : (
            <Download url={open.url} name={shown.name} />
          )}
          <p className="quiet small figures">{t('paper.left', { seconds: left })}</p>
        </>
      ) : (
        <p className="pane-empty quiet">{t(purpose ? 'paper.chooseHint' : 'search.purposeFirst')}</p>
      )}
    </section>
  );
}

/** A PDF is opened by the terminal's own reader: what is in it is run by nothing of ours. */
function Download({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation();
  return (
    <div className="pane-empty">
      <Button
        type="primary"
        icon={<FilePdfOutlined aria-hidden />}
        href={url}
        target="_blank"
        rel="noreferrer"
      >
        {t('paper.openPdf', { name })}
      </Button>
    </div>
  );
}
