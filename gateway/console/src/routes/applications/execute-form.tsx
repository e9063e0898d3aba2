import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PerformForm } from './perform-form';
import { RecordedForm } from './recorded-form';
import type { StepProps } from './steps';

const WAYS = ['perform', 'recorded'] as const;
type Way = (typeof WAYS)[number];
/** These come into the register by the steps of a move. */
const MOVES: readonly string[] = ['R06', 'R09'];

/** Into the register (办结): by the form that was filled in, or by an act that was recorded for it already. */
export function ExecuteForm(props: StepProps) {
  const { t } = useTranslation();
  const moves = MOVES.includes(props.application.matter.code);
  const [way, setWay] = useState<Way>(moves ? 'recorded' : 'perform');
  return (
    <div className="stack">
      {!moves && (
        <Segmented<Way>
          block
          value={way}
          onChange={setWay}
          options={WAYS.map((value) => ({ value, label: t(`application.way.${value}`) }))}
        />
      )}
      {way === 'perform' ? <PerformForm {...props} /> : <RecordedForm {...props} />}
    </div>
  );
}
