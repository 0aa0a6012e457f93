/**
 * The sign-in service: the form for an account, the way through it to a page, and switch role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 */
import { accountOfHost } from '../aws-host'
import { pb } from '../path-builder'

import { type Parameters, readParameters } from './parameters'
import { decodeFully, wordOf } from './text'

type ReadOther = (address: string) => string | undefined

export function switchRoleAddress(search: string, read: ReadOther) {
  const given = readParameters(search)
  const after = given.url('redirect_uri', 'next')
  return pb.switchRole({
    account: given.word('account', 'accountId') ?? '',
    roleName: given.word('roleName', 'role') ?? '',
    displayName: given.text('displayName') ?? '',
    color: given.word('color', 'colour') ?? '',
    next: after === undefined ? '' : (read(after) ?? ''),
  })
}

/**
 * A page that had to send one to sign in first keeps its hash in a parameter: `state=hashArgs#…`
 * or `hashArgs=#…`.
 */
export function hashInState(search: string): string {
  const given = readParameters(search)
  const state = decodeFully(given.word('state') ?? '')
  const inState = /^hashArgs(#.*)$/.exec(state)?.[1]
  const hash = inState ?? given.word('hashArgs') ?? ''
  return hash.startsWith('#') ? hash : ''
}

const services: Record<string, () => string> = {
  iam: () => pb.iam(),
  s3: () => pb.buckets(),
  cloudtrail: () => pb.events(),
}

const accountIn = (host: string, given: Parameters) =>
  accountOfHost(host) ?? given.word('account', 'account_id', 'accountId')

/** `/console` of an account, with or without a service behind. */
export function accountSignIn(host: string, path: string, search: string) {
  const service = wordOf(path.split('/').filter(Boolean)[1])
  const next = services[service]?.()
  const account = accountIn(host, readParameters(search))
  return pb.signIn({ ...(next ? { next } : {}), ...(account ? { account } : {}) })
}

/** `/oauth`, `/signin` and `/federation`: the page behind, for whoever is signed in. */
export function throughSignIn(
  { host, search, hash }: { host: string; search: string; hash: string },
  read: ReadOther
) {
  const given = readParameters(search)
  const action = wordOf(given.word('Action'))
  const account = accountIn(host, given)
  if (action === 'logout') return pb.signIn()
  if (action === 'getsignintoken') return undefined
  const behind = given.url('Destination', 'redirect_uri')
  if (behind === undefined) return pb.signIn(account ? { account } : {})
  // an address that was not encoded has left its hash with the one around it
  return read(behind.includes('#') ? behind : `${behind}${hash}`)
}
