import 'antd/dist/reset.css';
import './frame/console.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { queries } from './api/client.js';
import { enterTakesTheDay } from './frame/enter-takes-the-day.js';
import { Frame } from './frame/frame.js';
import { Gate } from './frame/gate.js';
import { NoSuchPage, PageFailed } from './frame/no-page.js';
import { pageRoutes } from './frame/page-routes.js';
import { nameStyles } from './frame/style-nonce.js';

dayjs.locale('zh-cn');

nameStyles();
enterTakesTheDay();
const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
const theme = {
  token: {
    colorPrimary: '#1d5aa8',
    colorLink: '#1d5aa8',
    // Paler when pointed at, as is usual, could not be read on grey.
    colorLinkHover: '#0f3f7d',
    colorLinkActive: '#0f3f7d',
    // Readable on white (WCAG AA), which the usual red and green are not.
    colorTextPlaceholder: '#6b6b6b',
    colorError: '#cf1322',
    colorSuccess: '#237804',
    colorSuccessBg: '#f6ffed',
    colorSuccessBorder: '#b7eb8f',
    colorTextDescription: '#595959',
    colorTextTertiary: '#595959',
    fontSize: 14,
    motion: !isStill,
  },
  // All of an office's pages on a screen of 768 lines.
  components: { Menu: { itemHeight: 30, itemMarginBlock: 0, groupTitleLineHeight: 1.2 } },
};

const router = createBrowserRouter(
  [
    {
      element: (
        <Gate>
          <Frame />
        </Gate>
      ),
      errorElement: <PageFailed />,
      children: [...pageRoutes, { path: '*', element: <NoSuchPage /> }],
    },
  ],
  { basename: '/console' },
);

const root = document.querySelector('#root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
