import { App as Messages, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import { Crashed } from './components/crashed';
import { NotFound } from './components/not-found';
import { Shell } from './components/shell';
import { openClient } from './graphql';
import { Home } from './routes/home';
import { SignIn } from './routes/sign-in';
import { theme } from './theme';

/** The table of contents: every room of the console. */
const router = createBrowserRouter([
  { path: '/sign-in', Component: SignIn, ErrorBoundary: Crashed },
  { path: '/my/sign-in', ErrorBoundary: Crashed, HydrateFallback: () => null, lazy: () => import('./routes/my/sign-in') },
  {
    path: '/my',
    ErrorBoundary: Crashed,
    HydrateFallback: () => null,
    lazy: () => import('./routes/my/layout'),
    children: [
      { index: true, lazy: () => import('./routes/my/home') },
      { path: 'who', lazy: () => import('./routes/my/who') },
      { path: 'data', lazy: () => import('./routes/my/data') },
      { path: 'seen', lazy: () => import('./routes/my/seen') },
      { path: 'rights', lazy: () => import('./routes/my/rights') },
      { path: 'applications', lazy: () => import('./routes/my/applications') },
      { path: 'applications/new', lazy: () => import('./routes/my/applications/new') },
      { path: 'applications/:id', lazy: () => import('./routes/my/applications/detail') },
      { path: 'applications/:id/change', lazy: () => import('./routes/my/applications/change') },
      { path: 'appointments', lazy: () => import('./routes/my/appointments') },
      { path: 'appointments/new', lazy: () => import('./routes/my/appointments/new') },
      { path: 'mine', lazy: () => import('./routes/my/mine') },
      { path: 'notice', lazy: () => import('./routes/my/notice') },
      { path: '*', Component: NotFound },
    ],
  },
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: Crashed,
    HydrateFallback: () => null,
    children: [
      { index: true, Component: Home },
      { path: 'overview', lazy: () => import('./routes/overview') },
      { path: 'households', lazy: () => import('./routes/households') },
      { path: 'households/:id', lazy: () => import('./routes/households/detail') },
      { path: 'persons', lazy: () => import('./routes/persons') },
      { path: 'persons/:id', lazy: () => import('./routes/persons/detail') },
      { path: 'rentals', lazy: () => import('./routes/rentals') },
      { path: 'applications', lazy: () => import('./routes/applications') },
      { path: 'applications/new', lazy: () => import('./routes/applications/new') },
      { path: 'applications/:id', lazy: () => import('./routes/applications/detail') },
      { path: 'applications/:id/change', lazy: () => import('./routes/applications/change') },
      { path: 'appointments', lazy: () => import('./routes/appointments') },
      { path: 'appointments/new', lazy: () => import('./routes/appointments/new') },
      { path: 'appointments/opening', lazy: () => import('./routes/appointments/opening') },
      { path: 'office-tasks', lazy: () => import('./routes/office-tasks') },
      { path: 'residents', lazy: () => import('./routes/residents') },
      { path: 'residents/rights', lazy: () => import('./routes/residents/rights') },
      { path: 'transfers', lazy: () => import('./routes/transfers') },
      { path: 'transfers/new', lazy: () => import('./routes/transfers/new') },
      { path: 'transfers/:id', lazy: () => import('./routes/transfers/detail') },
      { path: 'cases', lazy: () => import('./routes/cases') },
      { path: 'approvals', lazy: () => import('./routes/approvals') },
      { path: 'district', lazy: () => import('./routes/district') },
      { path: 'audit', lazy: () => import('./routes/audit') },
      { path: 'accounts', lazy: () => import('./routes/accounts') },
      { path: 'tokens', lazy: () => import('./routes/tokens') },
      { path: '*', Component: NotFound },
    ],
  },
]);

/** The whole console in the language of its user. */
export function App() {
  const { i18n } = useTranslation();
  const [client] = useState(openClient);
  const locale = useMemo(() => (i18n.language === 'en' ? enUS : zhCN), [i18n.language]);
  return (
    <ConfigProvider locale={locale} theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <Messages>
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      </Messages>
    </ConfigProvider>
  );
}
