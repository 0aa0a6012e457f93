/**
 * Eventual consistency: a change of IAM is stored at once and enforced a while later. The states
 * that are still enforced are kept here until the last of them has run out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
 */
import type { Caller } from './caller'
import type { Account, ApiEvent, PolicyHolder, World } from './model'
import { findById } from './world'

/** A state of the world, and when another one followed it. Milliseconds. */
type Past = { world: World; until: number }

export type Propagation = ReturnType<typeof createPropagation>

export function createPropagation() {
  let past: Past[] = []
  return {
    /** A change at `now` has put another world in this one's place. */
    replaced(world: World, now: number) {
      const { consistency } = world.rules
      if (!consistency) {
        past = []
        return
      }
      past = past.filter(({ until }) => until > now - consistency.enforce)
      past.push({ world, until: now })
    },
    forget() {
      past = []
    },
    /** The world that decisions at `now` are made by. */
    enforced(current: World, now: number): World {
      const { consistency } = current.rules
      if (!consistency) return current
      const since = now - consistency.enforce
      const before = past.find(({ until }) => until > since)
      return before ? asEnforced(before.world, current) : current
    },
  }
}

/** Buckets and their policies belong to another service, which does not wait for IAM. */
function asEnforced(before: World, current: World): World {
  const accounts = Object.entries(before.accounts).map(
    ([id, account]): [string, Account] => [
      id,
      { ...account, buckets: current.accounts[id]?.buckets ?? account.buckets },
    ]
  )
  return { ...before, rules: current.rules, accounts: Object.fromEntries(accounts) }
}

/** What has not arrived yet may nothing. */
const bare = <Holder extends PolicyHolder>(holder: Holder): Holder => ({
  ...holder,
  inline: {},
  attached: [],
  ...('groups' in holder ? { groups: [] } : {}),
})

/** The caller, with the policies that are enforced on it. */
export function callerAsEnforced(world: World, caller: Caller): Caller {
  if (caller.kind === 'role') {
    const found = findById(world, caller.role.id)
    return { ...caller, role: found?.kind === 'role' ? found.role : bare(caller.role) }
  }
  if (caller.kind !== 'user' && caller.kind !== 'federated-user') return caller
  if (!caller.user) return caller
  const found = findById(world, caller.user.id)
  return { ...caller, user: found?.kind === 'user' ? found.user : bare(caller.user) }
}

type Principal = { name: string; created: string }

/**
 * Whether a user or role is too young to be named as a principal. One that came with the world,
 * and by no call, is as old as need be. `now` is an ISO time.
 */
export function isUnknownYet(world: World, { name, created }: Principal, now: string) {
  const wait = world.rules.consistency?.principals ?? 0
  const isYoung = Date.parse(now) - Date.parse(created) < wait
  return isYoung && world.events.some((event) => hasMade(event, name))
}

const hasMade = (event: ApiEvent, name: string) =>
  /^Create(?:User|Role|ServiceLinkedRole)$/.test(event.eventName) &&
  !event.errorCode &&
  JSON.stringify([event.requestParameters, event.responseElements]).includes(`"${name}"`)
