import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, knownCode } from '../failure';
import type { UserError } from '../graphql';

/** Tells the user why nothing was done; answers whether there was a refusal. */
export function useRefusal() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return useCallback(
    (failure: Failure | undefined, errors: readonly UserError[] | undefined): boolean => {
      if (failure) {
        const id = failure.requestId ? ` (${failure.requestId})` : '';
        void message.error(`${failure.message || t(`failure.${knownCode(failure.code)}`)}${id}`);
        return true;
      }
      if (errors?.[0]) void message.error(errors.map((error) => error.message).join(' '));
      return Boolean(errors?.length);
    },
    [t, message],
  );
}
