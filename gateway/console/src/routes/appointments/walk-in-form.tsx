import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStep } from '../../components/use-step';
import type { TakeWalkInInput } from '../../gql/graphql';
import { TAKE_WALK_IN } from './changes';
import { VisitorFields } from './visitor-fields';

/** Whoever came without an appointment gets the next place of today. */
export function WalkInForm({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { take, busy } = useStep(TAKE_WALK_IN, done);
  return (
    <Form<TakeWalkInInput> layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <VisitorFields />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('appointment.walkIn')}
      </Button>
    </Form>
  );
}
