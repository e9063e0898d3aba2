import { Watermark } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../format';
import { useViewer } from '../viewer';

interface Props {
  title: string;
  hint?: ReactNode;
  extra?: ReactNode;
  /** The screen shows people: it carries the viewer's name and the time (SEC-12). */
  personal?: boolean;
  children: ReactNode;
}

/** A room: its heading, its tools, its content. */
export function Page({ title, hint, extra, personal, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  const content = (
    <>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {hint && <p>{hint}</p>}
        </div>
        {extra}
      </div>
      {children}
    </>
  );
  return personal ? <Marked>{content}</Marked> : content;
}

/** A photograph of the screen tells who made it, and when. */
export function Marked({ children }: { children: ReactNode }) {
  const { name, login } = useViewer();
  const now = useMinute();
  return (
    <Watermark
      content={[`${name} ${login}`, now]}
      font={{ color: 'rgba(27, 36, 48, 0.07)', fontSize: 14 }}
      gap={[140, 110]}
      inherit={false}
    >
      {children}
    </Watermark>
  );
}

function useMinute(): string {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return moment(now.toISOString());
}
