import { Card, Descriptions, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { useCodes } from '../../components/use-label';
import { period } from '../../format';
import type { MyDataQuery } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { MyPage } from './page';
import { MY_DATA } from './query';
import { Standing } from './standing';

/** What the register says of the resident himself, and of others no more than a masked name and a relation. */
export function Component() {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(MY_DATA, {});
  return (
    <MyPage title={t('my.data.title')} back="/my">
      {failure && <FailureNotice failure={failure} again={again} />}
      {!data && !failure && <Loading />}
      {data && (data.me.person ? <Record data={data} person={data.me.person} /> : <Standing />)}
    </MyPage>
  );
}

function Record({ data, person }: { data: MyDataQuery; person: NonNullable<MyDataQuery['me']['person']> }) {
  const { t } = useTranslation();
  const relation = useCodes(data.relations.values);
  const reason = useCodes(data.reasons.values);
  const items = [
    { key: 'name', label: t('person.name'), children: person.name },
    { key: 'id', label: t('person.idNumber'), children: person.idNumber ?? '–' },
    { key: 'phone', label: t('person.phone'), children: person.phone ?? '–' },
    { key: 'address', label: t('person.residence'), children: person.address ?? '–' },
    { key: 'household', label: t('household.number'), children: person.householdNumber ?? '–' },
    { key: 'relation', label: t('person.relation'), children: relation(person.relation) },
  ];
  const past = person.memberships.map((entry) => ({
    key: `${entry.householdNumber} ${entry.effectiveFrom} ${entry.relation}`,
    color: entry.effectiveTo ? 'gray' : 'blue',
    content: (
      <>
        <div className="figures">{period(entry.effectiveFrom, entry.effectiveTo, t('time.present'))}</div>
        <div className="quiet">
          {entry.householdNumber} · {relation(entry.relation)} · {reason(entry.reason)}
        </div>
      </>
    ),
  }));
  return (
    <>
      <Card size="small">
        <Descriptions
          size="small"
          column={1}
          items={items}
          className="figures"
          styles={{ label: { width: 104 } }}
        />
      </Card>
      {person.others.length > 0 && (
        <Card size="small" title={<h2 className="as-text">{t('my.data.others')}</h2>}>
          <ul className="plain">
            {person.others.map(({ name, relation: code }, place) => (
              <li key={`${place} ${name}`} className="line">
                <span>{name}</span>
                <span className="quiet">{relation(code)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card size="small" title={<h2 className="as-text">{t('person.memberships')}</h2>}>
        <Timeline className="history" items={past} />
        {person.formerNames.map(({ name, effectiveFrom, effectiveTo }) => (
          <p key={effectiveFrom} className="quiet">
            {t('person.formerNames')} {name} {period(effectiveFrom, effectiveTo, t('time.present'))}
          </p>
        ))}
      </Card>
      <p>
        <Link to="/my/rights?kind=CORRECT">{t('my.data.wrong')}</Link>
      </p>
    </>
  );
}
