import { lazy, Suspense, type ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import { mayOpen, pages, type Page } from '../routes.js';
import { NoSuchPage, PageFailed } from './no-page.js';
import { PageHead } from './page-head.js';
import { rolesOf, useMe } from './session.js';
import { Waiting } from './waiting.js';

function Guarded({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  if (!mayOpen(page, rolesOf(useMe()))) return <NoSuchPage />;
  return (
    <>
      <PageHead page={page} />
      {children}
    </>
  );
}

function routeOf(page: Page): RouteObject {
  const Content = lazy(page.load);
  return {
    path: page.path,
    errorElement: <PageFailed />,
    element: (
      <Guarded page={page}>
        {/* Of its own for each page: what was typed on the one before is gone with it, even while this one is loading. */}
        <Suspense key={page.path} fallback={<Waiting />}>
          <Content />
        </Suspense>
      </Guarded>
    ),
  };
}

export const pageRoutes: RouteObject[] = pages.map(routeOf);
