import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DayInput } from '../../components/day-input';
import { HouseholdByNumber } from '../../components/household-by-number';
import { IdNumberItem } from '../../components/id-number-item';
import { MatterItems } from '../../components/matter/field-items';
import { useStep } from '../../components/use-step';
import type { ApplicantKind, MatterRowFragment, SaveDraftInput } from '../../gql/graphql';
import { today } from '../../station-time';
import { SAVE_DRAFT } from './changes';
import { type About, filingOf, type FilingValues, isBirth } from './filing';

const KINDS: readonly ApplicantKind[] = [
  'ONESELF',
  'PARENT',
  'GUARDIAN',
  'HEAD',
  'RELATIVE',
  'CARER',
  'AGENT',
  'UNIT',
  'COMMITTEE',
  'OFFICE',
];

interface Props {
  matter: MatterRowFragment;
  about: About;
}

/** A draft, or a returned application, that is changed: in the version that was seen, with what it says (REG-19). */
interface Changed {
  seen: Pick<SaveDraftInput, 'applicationId' | 'expectedVersion' | 'actKind'>;
  values: FilingValues;
}

/** What is taken down: whom it is about, who asks, and what is said of the matter; the papers are taken on the next page. */
export function FilingForm({ matter, about, changed }: Props & { changed?: Changed }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { take, busy } = useStep(SAVE_DRAFT, (data) => {
    const id = data?.saveDraft.application?.id;
    if (id) void navigate(`/applications/${id}`);
  });
  const [form] = Form.useForm<FilingValues>();
  const send = () => {
    // The whole store: what was filled in before may have no field on the screen.
    const values = form.getFieldsValue(true) as FilingValues;
    void take({ ...filingOf(matter, about, values, today()), ...changed?.seen });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={changed?.values}
      onFinish={send}
      requiredMark={false}
      disabled={busy}
    >
      <Subject matter={matter} about={about} />
      <Applicant />
      <h2 className="section">{t('application.facts')}</h2>
      <MatterItems matter={matter} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('application.save')}
      </Button>
    </Form>
  );
}

/** Whom it is about where the register does not say it, and which household. */
function Subject({ matter: { code }, about: { way, householdId } }: Props) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  const needsHousehold = !householdId && (way === 'household' || isBirth(code));
  return (
    <>
      {way === 'unregistered' && (
        <>
          <h2 className="section">{t('application.subject')}</h2>
          <div className="mover">
            <Form.Item name={['subject', 'name']} label={t('person.name')} rules={required}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            {!isBirth(code) && <IdNumberItem optional name={['subject', 'idNumber']} />}
            <Form.Item
              name={['subject', 'birthDate']}
              label={t('formField.birthDate')}
              rules={isBirth(code) ? required : []}
            >
              <DayInput max={today()} />
            </Form.Item>
          </div>
        </>
      )}
      {way !== 'registered' && (
        <Form.Item
          name="household"
          label={t('household.number')}
          extra={householdId && t('application.householdStays')}
          rules={needsHousehold ? required : []}
        >
          <HouseholdByNumber />
        </Form.Item>
      )}
    </>
  );
}

/** Who asks, by the document that lies on the counter; masked once it is taken down. */
function Applicant() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <h2 className="section">{t('application.applicant')}</h2>
      <Form.Item name="applicantKind" label={t('application.applicantKind')} rules={required}>
        <Select
          options={KINDS.map((value) => ({ value, label: t(`applicantKind.${value}`) }))}
          style={{ maxWidth: 280 }}
        />
      </Form.Item>
      <div className="mover">
        <Form.Item name="applicantName" label={t('application.applicantName')} rules={required}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <IdNumberItem optional name="applicantIdNumber" label={t('application.applicantIdNumber')} />
        <Form.Item
          name="applicantPhone"
          label={t('application.applicantPhone')}
          normalize={(typed: string) => typed.trim() || undefined}
        >
          <Input maxLength={20} autoComplete="off" inputMode="tel" className="number" />
        </Form.Item>
      </div>
    </>
  );
}
