import type { RouteObject } from 'react-router'
import { expect, test } from 'vitest'
import { type Place, places } from '~/lib/places'
import { routes } from './routes'

const pathsOf = (all: readonly RouteObject[]): string[] =>
  all.flatMap(({ path, children }) => (children ? pathsOf(children) : (path ?? [])))

const registered: Place[] = Object.values(places)

/** Where one is only sent on. */
const passing = ['/', '*']

test('every page has places of its own, and every place is on a page', () => {
  const drawn = pathsOf(routes).filter((path) => !passing.includes(path))
  const named = registered.flatMap(({ page, alsoOn = [] }) => [page, ...alsoOn])
  const own = new Set(named.filter((page) => page !== '*'))
  expect([...own].sort()).toEqual(drawn.sort())
})
