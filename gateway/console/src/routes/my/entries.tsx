import { RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface Entry {
  to: string;
  icon: ReactNode;
  title: string;
  hint?: string;
}

/** Large lines to press, one under another. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="plain my-entries">
      {entries.map(({ to, icon, title, hint }) => (
        <li key={to}>
          <Link to={to} className="my-entry">
            <span className="my-icon">{icon}</span>
            <span className="my-entry-text">
              <strong>{title}</strong>
              {hint && <span className="quiet small">{hint}</span>}
            </span>
            <RightOutlined aria-hidden className="quiet" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
