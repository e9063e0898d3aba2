import { Button, Card, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { HouseholdByNumber, type HouseholdSeen } from '../../components/household-by-number';
import { Page } from '../../components/page';
import { useStep } from '../../components/use-step';
import type { MoveReason, MoverInput } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { DwellingSelect } from './dwelling-select';
import { APPLY_FOR_TRANSFER, RELATIONS } from './filing-query';
import { Movers } from './movers';

const GROUNDS: readonly MoveReason[] = ['HOME', 'MARRIAGE', 'STUDY', 'GRADUATION', 'EMPLOYMENT'];
const PLACES = ['household', 'dwelling'] as const;
type Place = (typeof PLACES)[number];

interface Values {
  ground: MoveReason;
  movers: MoverInput[];
  outsidePlace?: string;
  joined?: HouseholdSeen;
  dwellingId?: string;
}

/** A move to this station: who comes, where to, and why; the station they come from has it before it at once (R04, R06). */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [place, setPlace] = useState<Place>('household');
  const { data } = useAsk(RELATIONS, {});
  const { take, busy } = useStep(APPLY_FOR_TRANSFER, (told) => {
    const id = told?.applyForTransfer.transfer?.id;
    if (id) void navigate(`/transfers/${id}`);
  });
  const required = [{ required: true, message: t('form.required') }];
  const send = ({ ground, movers, outsidePlace, joined, dwellingId }: Values) => {
    const household = joined && { id: joined.id, expectedVersion: joined.version };
    const into = place === 'household' ? { household } : { dwellingId };
    void take({ ground, movers, outsidePlace, into } as Parameters<typeof take>[0]);
  };
  return (
    <Page title={t('transfer.new')} personal>
      <Card size="small" style={{ maxWidth: 860 }}>
        <Form<Values>
          layout="vertical"
          initialValues={{ movers: [{}] }}
          onFinish={send}
          requiredMark={false}
          disabled={busy}
        >
          <Form.Item name="ground" label={t('transfer.ground')} rules={required}>
            <Select
              options={GROUNDS.map((value) => ({ value, label: t(`moveReason.${value}`) }))}
              style={{ maxWidth: 280 }}
            />
          </Form.Item>
          <h2 className="section">{t('transfer.into')}</h2>
          <Segmented<Place>
            value={place}
            onChange={setPlace}
            options={PLACES.map((value) => ({ value, label: t(`transfer.place.${value}`) }))}
            style={{ margin: '8px 0 12px' }}
          />
          {place === 'household' ? (
            <Form.Item name="joined" label={t('household.number')} rules={required}>
              <HouseholdByNumber />
            </Form.Item>
          ) : (
            <Form.Item name="dwellingId" label={t('transfer.dwelling')} rules={required}>
              <DwellingSelect />
            </Form.Item>
          )}
          <h2 className="section">{t('transfer.persons')}</h2>
          <Movers relations={data?.codeSet.values ?? []} />
          <Form.Item name="outsidePlace" label={t('transfer.outsidePlace')} extra={t('transfer.outsideHint')}>
            <Input maxLength={100} style={{ maxWidth: 420 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('transfer.send')}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
