import type { ComponentType } from 'react'
import { createBrowserRouter, matchPath } from 'react-router'
import type { LoaderFunction, RouteObject } from 'react-router'

import { pb } from '~/lib/path-builder'

import { arrive, arriveByHash, followHashes, numberHashes, ourAddress } from './arrivals'
import { withDrawn } from './routes/drawn'
import type { Handle } from './routes/handle'
import { cloudTrailRoutes } from './routes/cloudtrail/cloudtrail-routes'
import { iamRoutes } from './routes/iam/iam-routes'
import { RouteError } from './routes/route-error'
import { s3Routes } from './routes/s3/s3-routes'

/** A page's module: its component and, if it asks early, its loader. */
export type PageModule = { default: ComponentType; clientLoader?: LoaderFunction }

export type PageRoute = Handle & { path: string; page: () => Promise<PageModule> }

/** Paths of the real console too, which says behind the hash which of its pages is meant. */
const sharedPaths = new Set(['/iam', pb.iam(), pb.consoleHome()])

const toRoute = ({ path, page, ...handle }: PageRoute): RouteObject => ({
  path,
  handle,
  ErrorBoundary: RouteError,
  lazy: async () => {
    const { default: Component, clientLoader } = await page()
    const loader = sharedPaths.has(path) ? arriveByHash(clientLoader) : clientLoader
    return { Component: withDrawn(Component), ...(loader ? { loader } : {}) }
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
  { ...frame, path: '/', loader: arrive, Component: Nothing },
  { ...withLayout('console'), children: consoleRoutes.map(toRoute) },
  { ...withLayout('plain'), children: plainRoutes.map(toRoute) },
  { ...frame, path: '*', loader: arrive, Component: Nothing },
]

const isAsked = (pathname: string) => (route: PageRoute) =>
  matchPath(route.path, pathname) !== null

function preload(pathname: string) {
  const plain = plainRoutes.find(isAsked(pathname))
  const page = plain ?? consoleRoutes.find(isAsked(pathname))
  if (!page) return false
  void layouts[plain ? 'plain' : 'console']()
  void page.page()
  return true
}

/** Asks for the code of the page at an address, without waiting for the router. */
export async function preloadPage(location: Location) {
  if (location.hash === '' && preload(location.pathname)) return
  const ours = await ourAddress(location)
  if (ours) preload(ours.replace(/\?.*/, ''))
}

/** `/iam/roles/BreakGlass`: one of many that are the same page. */
const kindOf = (pathname: string) => {
  const parts = pathname.split('/')
  return [...parts.slice(0, 3), parts.length].join('/')
}

/** Asks for the code of the pages that the one on the screen leads to. */
export function preloadLinked() {
  const links = document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')
  const byKind = new Map([...links].map(({ pathname }) => [kindOf(pathname), pathname]))
  for (const pathname of byKind.values()) preload(pathname)
}

export function createRouter() {
  numberHashes()
  const router = createBrowserRouter(routes)
  followHashes(router)
  return router
}
