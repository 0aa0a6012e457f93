/** The window hook: what a test, a lab or a recording can do without clicking. */
import { type Decision, explainReason } from '~/engine'
import { callByName } from '~/engine/call-by-name'
import { isServiceError } from '~/engine/errors'
import { misspeltAction } from '~/engine/spelling'
import { clock } from '~/lib/clock'
import { idle } from '~/lib/idle'
import { goTo } from '~/lib/navigator'
import { resolveRef } from '~/scenarios/refs'
import { activeCredentials, useIdentityStore } from '~/stores/identity'
import { checkNow } from './check-now'
import { cloud } from './cloud'
import { pauseCall, setFaults } from './fault-control'
import type { PrincipalRef, UnderstudyHook } from './hook-contract'
import { clockTold } from './host'
import { listEvents, onEvent } from './hook-log'
import { resetWorld } from './hook-reset'
import { exportWorld, hashWorld, importWorld, packWorld, patchState } from './hook-state'
import { lastRefusals } from './refusals'
import { placesShown } from './places-shown'
import { takeUp } from './take-up'

function arnOf(ref: string) {
  const arn = resolveRef(cloud().world, ref)
  if (!arn) throw new Error(`nothing in the world is called ${ref}`)
  return arn
}

async function credentialsOf(by: string | undefined) {
  if (by !== undefined) return cloud().exclusively(() => cloud().credentialsFor(arnOf(by)))
  const credentials = activeCredentials(useIdentityStore.getState())
  if (!credentials) throw new Error('nobody is signed in: say who makes the call')
  return credentials
}

const call = async (operation: string, input: object = {}, by?: string) =>
  callByName(cloud().client(await credentialsOf(by)), operation, input).catch(rethrowPlain)

/** Errors lose their fields on the way out of a page; the message keeps the code. */
function rethrowPlain(error: unknown): never {
  throw isServiceError(error) ? new Error(`${error.code}: ${error.message}`) : error
}

const toResource = (resource: string) =>
  resource.includes(':') || resource === '*' ? resource : arnOf(resource)

function decide(
  principal: PrincipalRef,
  action: string,
  resource?: string,
  context?: Record<string, string | string[]>
): Decision & { why: string } {
  const wrong = misspeltAction(action)
  if (wrong) throw new Error(wrong)
  const { user, via } = typeof principal === 'string' ? { user: principal } : principal
  const decision = cloud().decide({
    principal: arnOf(user),
    ...(via ? { via: arnOf(via) } : {}),
    action,
    ...(resource ? { resource: toResource(resource) } : {}),
    ...(context ? { context } : {}),
  })
  // made now, so that they survive the way out of the page
  const { verdict, reason, decidedBy, request, trace, remedy } = decision
  const why = explainReason(decision)
  return { verdict, reason, decidedBy, request, trace, ...(remedy ? { remedy } : {}), why }
}

const refusals = () =>
  lastRefusals().flatMap(({ message, decision }) =>
    decision ? [{ message, why: explainReason(decision), trace: decision.trace }] : []
  )

export function installHook() {
  const hook: UnderstudyHook = {
    contract: 'understudy.e2e/v1',
    app: __APP_VERSION__,
    get ready() {
      return cloud().ready
    },
    idle,
    reset: resetWorld,
    state: {
      export: exportWorld,
      import: importWorld,
      patch: patchState,
      hash: hashWorld,
      pack: packWorld,
    },
    as: takeUp,
    call,
    decide,
    check: checkNow,
    clock: {
      now: clock.now,
      async set(time) {
        if (Number.isNaN(Date.parse(time))) throw new Error(`"${time}" is no ISO time`)
        clock.set(time)
        await clockTold()
      },
      async advance(ms) {
        if (!(ms >= 0)) throw new Error(`a clock goes forward, and not by ${ms} ms`)
        await clock.advance(ms)
        await clockTold()
      },
      async run() {
        clock.run()
        await clockTold()
      },
    },
    faults: {
      set: (rules) => setFaults(rules),
      clear: () => setFaults([]),
      pause: pauseCall,
    },
    log: { list: listEvents, on: onEvent, refusals },
    async goTo(address) {
      await goTo(address)
      await idle()
    },
    places: placesShown,
  }
  window.__understudy__ = hook
}
