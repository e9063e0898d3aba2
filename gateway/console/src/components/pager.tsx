import { LeftOutlined, RightOutlined, VerticalRightOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { backward, FIRST, forward, hasEarlier, type Place } from './keyset';

interface Props {
  place: Place;
  go: (next: Place) => void;
  page?: { hasNextPage: boolean; endCursor?: string | null };
  rows: number;
}

/** First, previous, next. There are no page numbers: nobody counts the rows before. */
export function Pager({ place, go, page, rows }: Props) {
  const { t } = useTranslation();
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      <span className="quiet figures">{t('list.rows', { n: rows })}</span>
      <Space.Compact>
        <Button icon={<VerticalRightOutlined aria-hidden />} disabled={!hasEarlier(place)} onClick={() => go(FIRST)}>
          {t('list.first')}
        </Button>
        <Button icon={<LeftOutlined aria-hidden />} disabled={!hasEarlier(place)} onClick={() => go(backward(place))}>
          {t('list.previous')}
        </Button>
        <Button
          icon={<RightOutlined aria-hidden />}
          iconPlacement="end"
          disabled={!page?.hasNextPage}
          onClick={() => go(forward(place, page?.endCursor))}
        >
          {t('list.next')}
        </Button>
      </Space.Compact>
    </nav>
  );
}
