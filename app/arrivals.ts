/** Somebody comes by an address of the real console: on first load, by link, by a new hash. */
import { redirect, replace } from 'react-router'
import type { DataRouter, LoaderFunction } from 'react-router'

import { startParameterNames } from '~/data/start-parameters'
import { accountOfHost, isAwsHost } from '~/lib/aws-host'
import { track } from '~/lib/idle'
import { ownPath } from '~/lib/own-path'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'
import { useIdentityStore } from '~/stores/identity'

/** Where one is about to be: in the address bar, or on the way there inside the app. */
type Place = Pick<Location, 'pathname' | 'search' | 'hash'>

const printPlace = ({ pathname, search, hash }: Place) => `${pathname}${search}${hash}`

/** With the host before it where AWS's own is served, since that says something too. */
const addressOf = (place: Place) =>
  `${isAwsHost(window.location.hostname) ? window.location.origin : ''}${printPlace(place)}`

/** What the start asked for stays in the address, so that a reload begins in the same world. */
function withStart(to: string, search: string) {
  const kept = [...new URLSearchParams(search)].filter(([name]) =>
    startParameterNames.some((known) => known === name)
  )
  if (kept.length === 0) return to
  const parameters = new URLSearchParams(kept).toString()
  return `${to}${to.includes('?') ? '&' : '?'}${parameters}`
}

const isSignedIn = () => useIdentityStore.getState().signIn !== undefined

/** Only for addresses that are not ours, or have a hash: the table is not in the first script. */
const table = () => import('~/lib/console-address')

/** Our own address for one of the real console; undefined when there is none. */
export async function ourAddress(place: Place): Promise<string | undefined> {
  const address = addressOf(place)
  const { accountHint, consoleAddress } = await track(table())
  const found = consoleAddress(address)
  if (found === undefined) return undefined
  const to = withStart(found, place.search)
  const account = accountHint(address)
  const isForm = [pb.signIn(), pb.switchRole()].some((path) => found.split('?')[0] === path)
  return account && !isForm && !isSignedIn() ? pb.signIn({ next: to, account }) : to
}

const LONGEST_QUOTE = 500

/** An address that nothing covers is quoted, not swallowed. */
function quote(place: Place) {
  const text = printPlace(place)
  flash({
    id: 'unknown-address',
    type: 'warning',
    header: 'There is no page at this address',
    content: text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text,
  })
}

let router: DataRouter | undefined

/** The router tells its loaders an address without its hash. */
const pending = (): Place =>
  router?.state.navigation.location ?? router?.state.location ?? window.location

/** The browser is at that address already, or the app has yet to enter it in the history. */
const moveFrom = (place: Place) =>
  printPlace(place) === printPlace(window.location) ? replace : redirect

/** For every address that no page has. */
export const arrive: LoaderFunction = async () => {
  const place = pending()
  const move = moveFrom(place)
  const to = await ourAddress(place)
  if (to !== undefined) return move(to)
  const next = ownPath(printPlace(place))
  // signing in takes messages away, so the address waits until somebody can read what it says
  if (next && !isSignedIn()) return move(pb.signIn({ next }))
  quote(place)
  return move(withStart(pb.consoleHome(), place.search))
}

/** A hash, or one that the sign-in service has put into the query. */
const hasHash = ({ hash, search }: Place) => hash !== '' || search.includes('hashArgs')

/** For pages that share their address with pages of the real console: the hash tells. */
export const arriveByHash =
  (load: LoaderFunction | undefined): LoaderFunction =>
  (args, context) => {
    const place = pending()
    const isMeant = isSignedIn() || !accountOfHost(window.location.hostname)
    return !hasHash(place) && isMeant
      ? (load?.(args, context) ?? null)
      : arrive(args, context)
  }

const indexOf = (state: unknown): number | undefined =>
  typeof state === 'object' && state !== null && 'idx' in state
    ? Number(state.idx)
    : undefined

let entry = 0

/**
 * The router numbers its entries in the history, and can ask before a form is left only when
 * the next one has a number. A hash that somebody typed makes an entry without; this has to
 * listen before the router does.
 */
export const numberHashes = () =>
  window.addEventListener('popstate', () => {
    if (indexOf(window.history.state) !== undefined) return
    const idx = entry + 1
    window.history.replaceState({ usr: null, key: `hash${idx}`, idx }, '')
  })

/** A hash that is new on the page one is on changes no route, so no loader sees it. */
export function followHashes(followed: DataRouter) {
  router = followed
  let seen: Place | undefined
  followed.subscribe(({ initialized, location, navigation }) => {
    entry = indexOf(window.history.state) ?? entry
    const hasArrived = initialized && navigation.state === 'idle'
    if (!hasArrived || location === seen) return
    seen = location
    if (location.hash !== '') void track(moveOn(location))
  })
}

async function moveOn(place: Place) {
  const to = await ourAddress(place)
  const isStill = router?.state.location === place
  if (!isStill) return
  if (to !== undefined) return router?.navigate(to, { replace: true })
  // elsewhere a hash is just a place on the page
  if (!place.pathname.startsWith('/iam') || !place.hash.startsWith('#/')) return
  quote(place)
  await router?.navigate(pb.consoleHome(), { replace: true })
}
