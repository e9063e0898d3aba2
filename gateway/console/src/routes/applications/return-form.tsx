import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Form, Input, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../../components/use-label';
import { RETURN_APPLICATION } from './changes';
import { gapsOf, isMissing, type NamedGaps } from './gaps';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

/** Everything that is missing or wrong, at once: what is named only later is a fault of the office. */
export function ReturnForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(RETURN_APPLICATION, props);
  const { checklist, events } = props.application;
  const again = events.some(({ step }) => step === 'RETURN');
  const named = Object.fromEntries(checklist.map((item) => [item.code, { named: isMissing(item) }]));
  return (
    <Form<NamedGaps>
      layout="vertical"
      initialValues={{ papers: named }}
      onFinish={(values) => void take({ gaps: gapsOf(checklist, values) })}
      requiredMark={false}
    >
      <Alert type="info" showIcon title={t('application.allGaps')} style={{ marginBottom: 12 }} />
      <ul className="plain">
        {checklist.map((item) => (
          <PaperGap key={item.code} item={item} again={again} />
        ))}
      </ul>
      <Others />
      <Button danger type="primary" htmlType="submit" loading={busy}>
        {t('application.step.return')}
      </Button>
    </Form>
  );
}

function PaperGap({ item, again }: { item: StepProps['application']['checklist'][number]; again: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const missing = isMissing(item);
  const named = Form.useWatch<boolean | undefined>(['papers', item.code, 'named']);
  return (
    <li className="gap">
      <Form.Item name={['papers', item.code, 'named']} valuePropName="checked" noStyle>
        <Checkbox disabled={missing}>
          {label(item)} {missing && <Tag color="warning">{t('paperState.MISSING')}</Tag>}
        </Checkbox>
      </Form.Item>
      {(named || missing) && (
        <>
          <Form.Item name={['papers', item.code, 'note']} noStyle>
            <Input
              maxLength={200}
              placeholder={t('application.gapNote')}
              aria-label={t('application.gapNoteOf', { paper: label(item) })}
            />
          </Form.Item>
          {again && (
            <Form.Item name={['papers', item.code, 'aroseSince']} valuePropName="checked" noStyle>
              <Checkbox>{t('application.aroseSince')}</Checkbox>
            </Form.Item>
          )}
        </>
      )}
    </li>
  );
}

/** What is wrong beside the papers: a field of the form. */
function Others() {
  const { t } = useTranslation();
  return (
    <Form.List name="others">
      {(fields, { add, remove }) => (
        <div className="stack" style={{ margin: '8px 0 16px' }}>
          {fields.map(({ key, name }) => (
            <div key={key} className="other-gap">
              <Form.Item name={[name, 'code']} noStyle>
                <Input
                  maxLength={40}
                  placeholder={t('application.otherGap')}
                  aria-label={t('application.otherGap')}
                />
              </Form.Item>
              <Form.Item name={[name, 'note']} noStyle>
                <Input
                  maxLength={200}
                  placeholder={t('application.gapNote')}
                  aria-label={t('application.gapNote')}
                />
              </Form.Item>
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('application.removeGap')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <div>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {t('application.addGap')}
            </Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
