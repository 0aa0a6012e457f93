/**
 * A quick look at a world from outside: is it one, and is it whole? What is inside of an
 * account is trusted once the frame holds, since only the engine writes worlds.
 */
import { isRecord } from './is-record'
import type { World } from './model'
import { isShelf } from './shelf'

const accountParts = [
  'groups',
  'policies',
  'instanceProfiles',
  'samlProviders',
  'oidcProviders',
  'buckets',
]

const shelves = ['users', 'roles']

/** The path of the first thing that is missing or of the wrong kind. */
export function worldProblem(value: unknown): string | undefined {
  if (!isRecord(value)) return 'world'
  if (value.schema !== 'understudy.world/v1') return 'schema'
  if (!isRecord(value.rules)) return 'rules'
  if (typeof value.seed !== 'number' || typeof value.sequence !== 'number')
    return 'sequence'
  if (!isRecord(value.sessions)) return 'sessions'
  if (!isShelf(value.principals)) return 'principals'
  if (!Array.isArray(value.events)) return 'events'
  if (!isRecord(value.accounts)) return 'accounts'
  for (const [id, account] of Object.entries(value.accounts)) {
    if (!isRecord(account) || account.id !== id) return `accounts.${id}`
    const part = accountParts.find((name) => !isRecord(account[name]))
    if (part) return `accounts.${id}.${part}`
    const shelf = shelves.find((name) => !isShelf(account[name]))
    if (shelf) return `accounts.${id}.${shelf}`
  }
  return undefined
}

export const isWorld = (value: unknown): value is World => worldProblem(value) === undefined
