import { RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const STEPS = [100, 150, 200, 300, 400] as const;

/** A photographed paper: as wide as its place, larger on demand, and turned if it was held askew. */
export function Picture({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation();
  const [step, setStep] = useState(0);
  const [turns, setTurns] = useState(0);
  const zoom = STEPS[step] ?? 100;
  return (
    <>
      <Space.Compact size="small">
        <Button
          icon={<ZoomOutOutlined aria-hidden />}
          aria-label={t('paper.smaller')}
          disabled={step === 0}
          onClick={() => setStep(step - 1)}
        />
        <Button disabled aria-live="polite" className="figures">
          {t('paper.zoom', { zoom })}
        </Button>
        <Button
          icon={<ZoomInOutlined aria-hidden />}
          aria-label={t('paper.larger')}
          disabled={step === STEPS.length - 1}
          onClick={() => setStep(step + 1)}
        />
        <Button
          icon={<RotateRightOutlined aria-hidden />}
          aria-label={t('paper.turn')}
          onClick={() => setTurns((turns + 1) % 4)}
        />
      </Space.Compact>
      <div className="paper-view" tabIndex={0} role="region" aria-label={name}>
        <img src={url} alt={name} style={{ width: `${zoom}%`, rotate: `${turns * 90}deg` }} />
      </div>
    </>
  );
}
