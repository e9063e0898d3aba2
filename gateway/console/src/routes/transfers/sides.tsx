import { ArrowRightOutlined } from '@ant-design/icons';
import { Card, Descriptions, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLabel } from '../../components/use-label';
import { moment } from '../../format';
import type { TransferSide } from '../../gql/graphql';
import { useViewer } from '../../viewer';
import type { Transfer } from './detail';

const SIDES: readonly TransferSide[] = ['ORIGIN', 'DESTINATION'];

/** Origin and destination, as one reads: from here to there. Of the other station this one knows the name and nothing of its register. */
export function Sides({ transfer }: { transfer: Transfer }) {
  return (
    <div className="sides">
      {SIDES.map((side) => (
        <Side key={side} side={side} transfer={transfer} />
      ))}
      <ArrowRightOutlined className="sides-arrow" aria-hidden />
    </div>
  );
}

function Side({ side, transfer }: { side: TransferSide; transfer: Transfer }) {
  const { t } = useTranslation();
  const { precinct } = useViewer();
  const own = transfer.side === side;
  const station = own ? precinct.shortName : (transfer.otherStation ?? transfer.outsidePlace ?? '–');
  return (
    <Card
      size="small"
      title={<h2 className="as-text">{t(`transfer.side.${side}`)}</h2>}
      extra={own && <Tag color="processing">{t('transfer.own')}</Tag>}
    >
      <p className="side-station">{station}</p>
      {own && <Own transfer={transfer} />}
      {side === 'DESTINATION' && <Permit transfer={transfer} />}
      {side === 'ORIGIN' && transfer.certificateNumber && (
        <Descriptions
          size="small"
          column={1}
          className="figures"
          items={[
            { key: 'number', label: t('transfer.certificate'), children: transfer.certificateNumber },
            {
              key: 'until',
              label: t('transfer.certificateUntil'),
              children: transfer.certificateUntil ?? '–',
            },
          ]}
        />
      )}
    </Card>
  );
}

/** What this station's own register has of it. */
function Own({ transfer: { household, act } }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const label = useLabel();
  const items = [
    ...(household
      ? [
          {
            key: 'household',
            label: t('person.household'),
            children: (
              <span>
                <Link to={`/households/${household.id}`}>{household.number}</Link> · {household.headName} ·{' '}
                {household.addressMasked}
              </span>
            ),
          },
        ]
      : []),
    ...(act
      ? [
          {
            key: 'act',
            label: t('transfer.act'),
            children: `${label(act.kindCode)} ${act.number} · ${act.effectiveOn} · ${act.officer}`,
          },
        ]
      : []),
  ];
  return items.length > 0 ? <Descriptions size="small" column={1} items={items} className="figures" /> : null;
}

function Permit({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const items = [
    { key: 'ground', label: t('transfer.ground'), children: t(`moveReason.${transfer.ground}`) },
    {
      key: 'applied',
      label: t('transfer.appliedAt'),
      children: `${moment(transfer.appliedAt)} · ${transfer.appliedBy}`,
    },
    ...(transfer.permitNumber
      ? [
          {
            key: 'permit',
            label: t('transfer.permitNumber'),
            children: `${transfer.permitNumber} · ${transfer.permittedBy ?? ''}`,
          },
          { key: 'until', label: t('transfer.permitUntil'), children: transfer.permitUntil ?? '–' },
        ]
      : []),
  ];
  return <Descriptions size="small" column={1} items={items} className="figures" />;
}
