import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ACCEPT_APPLICATION, HANDLE_ON_THE_SPOT, REVIEW_APPLICATION } from './changes';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

type Word =
  | 'identityChecked'
  | 'jurisdictionConfirmed'
  | 'documentsCompared'
  | 'duplicatesChecked'
  | 'identityCompared';

interface Values {
  vouched: Word[];
  proposal?: string;
}

interface Props {
  words: readonly Word[];
  proposal?: boolean;
  busy: boolean;
  /** Every word has been given when this is called. */
  take: (proposal?: string) => Promise<void>;
}

/** Each step says what its officer vouches for; nothing is ticked beforehand. */
function VouchForm({ words, proposal, busy, take }: Props) {
  const { t } = useTranslation();
  const all = {
    validator: (_: unknown, given?: Word[]) =>
      given?.length === words.length
        ? Promise.resolve()
        : Promise.reject(new Error(t('application.vouchAll'))),
  };
  return (
    <Form<Values> layout="vertical" onFinish={(values) => void take(values.proposal)} requiredMark={false}>
      <Form.Item name="vouched" label={t('application.vouch')} rules={[all]}>
        <Checkbox.Group
          className="column"
          options={words.map((word) => ({ value: word, label: t(`application.vouched.${word}`) }))}
        />
      </Form.Item>
      {proposal && (
        <Form.Item name="proposal" label={t('application.proposal')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('application.confirm')}
      </Button>
    </Form>
  );
}

/** The clock starts (受理). */
export function AcceptForm(props: StepProps) {
  const { take, busy } = useApplicationStep(ACCEPT_APPLICATION, props);
  return (
    <VouchForm
      words={['identityChecked', 'jurisdictionConfirmed']}
      busy={busy}
      take={() => take({ identityChecked: true, jurisdictionConfirmed: true })}
    />
  );
}

/** Accepted, reviewed and approved by one officer, where the matter allows it (当场办结). */
export function SpotForm(props: StepProps) {
  const { take, busy } = useApplicationStep(HANDLE_ON_THE_SPOT, props);
  const given = {
    identityChecked: true,
    jurisdictionConfirmed: true,
    documentsCompared: true,
    duplicatesChecked: true,
  };
  return (
    <VouchForm
      words={['identityChecked', 'jurisdictionConfirmed', 'documentsCompared', 'duplicatesChecked']}
      busy={busy}
      take={() => take(given)}
    />
  );
}

/** Papers compared, duplicates looked for, the proposal fixed (审核). */
export function ReviewForm(props: StepProps) {
  const { take, busy } = useApplicationStep(REVIEW_APPLICATION, props);
  const compares = props.application.matter.identityComparisonRequired;
  const words: Word[] = ['documentsCompared', 'duplicatesChecked'];
  return (
    <VouchForm
      proposal
      words={compares ? [...words, 'identityCompared'] : words}
      busy={busy}
      take={(proposal) =>
        take({ documentsCompared: true, duplicatesChecked: true, identityCompared: compares, proposal })
      }
    />
  );
}
