import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyVariables } from 'urql';
import { useRefusal } from '../../components/refusal';
import type { AccountChangeFragment } from '../../gql/graphql';
import { useTell } from '../../graphql';

/** Password and second factor of an account, handed over once. */
export type Credentials = Pick<AccountChangeFragment, 'password' | 'secondFactor'>;

/** Changes an account; answers what is to be handed over, or nothing when it was refused. */
export function useChange<Variables extends AnyVariables>(
  mutation: TypedDocumentNode<{ change: AccountChangeFragment }, Variables>,
) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const tell = useTell(mutation);
  const refuse = useRefusal();
  return useCallback(
    async (variables: Variables): Promise<Credentials | undefined> => {
      const told = await tell(variables);
      if (refuse(told.failure, told.data?.change.userErrors) || !told.data) return undefined;
      void message.success(t('account.done'));
      return told.data.change;
    },
    [t, message, tell, refuse],
  );
}
