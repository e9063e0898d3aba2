import { Input } from 'antd';
import type { ChangeEvent } from 'react';

interface Props {
  id?: string;
  value?: string;
  onChange?: (day?: string) => void;
  max?: string;
  min?: string;
}

/** A day by the terminal's own picker, which its owner knows. */
export function DayInput({ id, value, onChange, max, min }: Props) {
  const change = (event: ChangeEvent<HTMLInputElement>) => onChange?.(event.target.value || undefined);
  return (
    <Input
      id={id}
      type="date"
      value={value ?? ''}
      onChange={change}
      max={max}
      min={min}
      className="figures"
    />
  );
}
