import {
  ArrowRightOutlined,
  EditOutlined,
  MinusCircleOutlined,
  PlusCircleOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Labelled, useCodes } from '../../components/use-label';
import { RelationLabel } from './relation';
import type { Change } from './timeline';

const SIGNS: Record<Change['kind'], { icon: ReactNode; color: string }> = {
  joined: { icon: <PlusCircleOutlined aria-hidden />, color: 'success' },
  left: { icon: <MinusCircleOutlined aria-hidden />, color: 'default' },
  relation: { icon: <SwapOutlined aria-hidden />, color: 'processing' },
  corrected: { icon: <EditOutlined aria-hidden />, color: 'warning' },
};

interface Props {
  change: Change;
  reasons: readonly (Labelled & { code: string })[];
}

/** Who came, left or became somebody else's relation: in words and with a sign, never by colour alone. */
export function ChangeLine({ change: { kind, entry, before }, reasons }: Props) {
  const { t } = useTranslation();
  const reason = useCodes(reasons);
  const { icon, color } = SIGNS[kind];
  return (
    <li className="history-change">
      <Tag icon={icon} color={color}>
        {t(`change.${kind}`)}
      </Tag>
      <Link to={`/persons/${entry.person.id}`}>{entry.person.name}</Link>
      {before && (
        <>
          <RelationLabel member={before} /> <ArrowRightOutlined aria-label={t('change.to')} />
        </>
      )}
      <RelationLabel member={entry} />
      <span className="quiet">{reason(entry.reason)}</span>
    </li>
  );
}
