import { Card, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { useLabel } from '../../components/use-label';
import { useAsk } from '../../graphql';
import { aboutPerson, isBirth, type Registered, type Way, WAYS } from './filing';
import { FilingForm } from './filing-form';
import { MATTERS } from './query';
import { SubjectPicker } from './subject-picker';

/** Somebody asks at the counter: for what, about whom, and what he says of it (§2.7). */
export function Component() {
  const { t } = useTranslation();
  const label = useLabel();
  const { data, loading, failure, again } = useAsk(MATTERS, {});
  const [code, setCode] = useState<string>();
  const [way, setWay] = useState<Way>('registered');
  const [person, setPerson] = useState<Registered>();
  const matter = data?.matters.find((one) => one.code === code);
  const choose = (code: string) => {
    setCode(code);
    // Who is born is in no register yet.
    if (isBirth(code)) setWay('unregistered');
  };
  const about = way === 'registered' ? person && aboutPerson(person) : { way };
  return (
    <Page title={t('application.new')} personal>
      <div className="stack" style={{ maxWidth: 860 }}>
        {failure && <FailureNotice failure={failure} again={again} />}
        <Card size="small">
          <div className="bar">
            <Select
              aria-label={t('application.type')}
              placeholder={t('application.chooseType')}
              showSearch={{ optionFilterProp: 'label' }}
              loading={loading}
              value={code}
              onChange={choose}
              options={data?.matters.map((one) => ({ value: one.code, label: `${one.code} ${label(one)}` }))}
              style={{ minWidth: 280 }}
            />
            <Segmented<Way>
              aria-label={t('application.about')}
              value={way}
              onChange={setWay}
              options={WAYS.map((value) => ({ value, label: t(`application.aboutWay.${value}`) }))}
            />
          </div>
          {matter && way === 'registered' && <SubjectPicker chosen={person} choose={setPerson} />}
        </Card>
        {matter && about && (
          <Card size="small">
            <FilingForm
              key={`${matter.code} ${way} ${about.person?.id ?? ''}`}
              matter={matter}
              about={about}
            />
          </Card>
        )}
      </div>
    </Page>
  );
}
