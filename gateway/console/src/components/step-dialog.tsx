import { Modal } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  /** What is done here; without it nothing is asked. */
  title?: string;
  close: () => void;
  width?: number;
  children: ReactNode;
}

/** Where a step asks what has to be said; nothing of it is kept once it is closed. */
export function StepDialog({ title, close, width, children }: Props) {
  return (
    <Modal
      open={Boolean(title)}
      title={title}
      onCancel={close}
      footer={null}
      destroyOnHidden
      width={width}
      focusable={{ focusTriggerAfterClose: true }}
    >
      {children}
    </Modal>
  );
}
