import type { ComponentType } from 'react'
import { createBrowserRouter, matchPath, redirect } from 'react-router'
import type { LoaderFunction, RouteObject } from 'react-router'

import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'

import { withDrawn } from './routes/drawn'
import type { Handle } from './routes/handle'
import { cloudTrailRoutes } from './routes/cloudtrail/cloudtrail-routes'
import { iamRoutes } from './routes/iam/iam-routes'
import { RouteError } from './routes/route-error'
import { s3Routes } from './routes/s3/s3-routes'

/** A page's module: its component and, if it asks early, its loader. */
export type PageModule = { default: ComponentType; clientLoader?: LoaderFunction }

export type PageRoute = Handle & { path: string; page: () => Promise<PageModule> }

const toRoute = ({ path, page, ...handle }: PageRoute): RouteObject => ({
  path,
  handle,
  ErrorBoundary: RouteError,
  lazy: async () => {
    const { default: Component, clientLoader } = await page()
    return {
      Component: withDrawn(Component),
      ...(clientLoader ? { loader: clientLoader } : {}),
    }
  },
})

const consoleRoutes: PageRoute[] = [
  {
    path: pb.consoleHome(),
    crumbs: [{ text: 'Console Home' }],
    help: 'home',
    page: () => import('./routes/home/home-page'),
  },
  ...iamRoutes,
  ...s3Routes,
  ...cloudTrailRoutes,
  {
    path: '/not-built/:service/:page',
    crumbs: [{ text: 'Console Home', href: pb.consoleHome() }, { text: ':page' }],
    page: () => import('./routes/not-built-page'),
  },
]

const plainRoutes: PageRoute[] = [
  {
    path: pb.signIn(),
    crumbs: [{ text: 'Sign-In' }],
    page: () => import('./routes/sign-in/sign-in-page'),
  },
  {
    path: pb.switchRole(),
    crumbs: [{ text: 'Switch Role' }],
    page: () => import('./routes/switch-role/switch-role-page'),
  },
]

/** An address that nothing covers is quoted, not swallowed. */
const unknownAddress: LoaderFunction = ({ request }) => {
  const { pathname, search } = new URL(request.url)
  flash({
    id: 'unknown-address',
    type: 'warning',
    header: 'There is no page at this address',
    content: `${pathname}${search}`,
  })
  return redirect(pb.consoleHome())
}

const toHome = () => redirect(pb.consoleHome())

/** Shown for the moment before the first page's code is here. */
const Nothing = () => null

const frame = { ErrorBoundary: RouteError, HydrateFallback: Nothing }

/** The sign-in page needs nothing of the console's frame, which is the heavier of the two. */
const layouts = {
  console: () => import('./routes/layouts/console-layout'),
  plain: () => import('./routes/layouts/plain-layout'),
}

const withLayout = (layout: keyof typeof layouts) => ({
  ...frame,
  lazy: async () => ({ Component: (await layouts[layout]()).default }),
})

export const routes: RouteObject[] = [
  { ...frame, path: '/', loader: toHome, Component: Nothing },
  { ...withLayout('console'), children: consoleRoutes.map(toRoute) },
  { ...withLayout('plain'), children: plainRoutes.map(toRoute) },
  { ...frame, path: '*', loader: unknownAddress, Component: Nothing },
]

/** Asks for the code of the page at an address, without waiting for the router. */
export function preloadPage(pathname: string) {
  const isAsked = ({ path }: PageRoute) => matchPath(path, pathname) !== null
  const plain = plainRoutes.find(isAsked)
  const page = plain ?? consoleRoutes.find(isAsked)
  if (!page) return
  void layouts[plain ? 'plain' : 'console']()
  void page.page()
}

export const createRouter = () => createBrowserRouter(routes)
