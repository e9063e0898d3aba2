import { useTranslation } from 'react-i18next';
import { count } from '../../format';
import type { ApplicationFilter } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { WORKLIST } from './query';

const STATES = ['DRAFT', 'SUBMITTED', 'ACCEPTED', 'REVIEWED', 'APPROVED', 'RETURNED', 'SUSPENDED'] as const;
const QUEUES = [...STATES, 'mine', 'atRisk', 'overdue'] as const;
type Queue = (typeof QUEUES)[number];

function filterOf(queue: Queue): ApplicationFilter {
  const state = STATES.find((one) => one === queue);
  return state ? { states: [state] } : { [queue]: true };
}

const FILTERS = new Map(QUEUES.map((name) => [name as string, { name, filter: filterOf(name) }]));

/** The queue an address names; none is all of them. */
export function queueOf(name: string | undefined) {
  return name ? FILTERS.get(name) : undefined;
}

interface Props {
  precinct?: string;
  chosen?: Queue;
  choose: (queue?: Queue) => void;
}

/** How much waits for which step; a press shows those alone, another shows all again. */
export function Queues({ precinct, chosen, choose }: Props) {
  const { t } = useTranslation();
  const { data } = useAsk(WORKLIST, { precinct });
  const work = data?.precinct.worklist;
  return (
    <div className="queues" role="group" aria-label={t('application.queues')}>
      {QUEUES.map((queue) => {
        const pressed = queue === chosen;
        const late = queue === 'overdue' && (work?.overdue ?? 0) > 0;
        return (
          <button
            key={queue}
            type="button"
            className={late ? 'queue queue-late' : 'queue'}
            aria-pressed={pressed}
            onClick={() => choose(pressed ? undefined : queue)}
          >
            <span className="queue-count figures">{work ? count(work[queue]) : '–'}</span>
            <span>{t(`application.queue.${queue}`)}</span>
          </button>
        );
      })}
    </div>
  );
}
