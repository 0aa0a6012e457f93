/**
 * The window hook: what a test, a lab or a recording can do without clicking.
 */
import type { Decision } from '~/engine'
import { isServiceError } from '~/engine/errors'
import { clock } from '~/lib/clock'
import { idle } from '~/lib/idle'
import { activeCredentials, useIdentityStore } from '~/stores/identity'
import { cloud } from './cloud'
import { resolveRef } from '~/scenarios/refs'
import { takeUp } from './take-up'

type PrincipalRef = string | { user: string; via?: string }

export type UnderstudyHook = {
  contract: 'understudy.e2e/v1'
  app: string
  readonly ready: Promise<void>
  /** Resolves when no call, short timer, transition or render is pending. */
  idle(): Promise<void>
  /** The first day of this scenario, or of another one; everybody is signed out. */
  reset(scenario?: string): Promise<void>
  /** Signs in without the form, or holds a session of the role that `via` names. */
  as(user: string, via?: string): Promise<void>
  /** The API under the pages: `call('iam:CreateRole', { … })`, as whoever is active, or `by`. */
  call(operation: string, input?: object, by?: string): Promise<unknown>
  decide(
    principal: PrincipalRef,
    action: string,
    resource?: string,
    context?: Record<string, string | string[]>
  ): Decision
  clock: {
    now(): string
    set(time: string): void
    advance(ms: number): Promise<void>
    run(): void
  }
}

declare global {
  // an interface, since declarations of `Window` are merged
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    __understudy__: UnderstudyHook
  }
}

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

const services = { iam: 'iam', sts: 'sts', s3: 's3', cloudtrail: 'cloudTrail' } as const

async function call(operation: string, input: object = {}, by?: string) {
  const [prefix = '', name = ''] = operation.split(':')
  const service = Object.entries(services).find(
    ([key]) => key === prefix.toLowerCase()
  )?.[1]
  const client = cloud().client(await credentialsOf(by))
  const methodName = name.charAt(0).toLowerCase() + name.slice(1)
  // a test names its operation by text; what is not there is said below
  const methods: Partial<Record<string, (input: object) => Promise<unknown>>> = service
    ? (client[service] as Record<string, (input: object) => Promise<unknown>>)
    : {}
  const method = Object.hasOwn(methods, methodName) ? methods[methodName] : undefined
  if (!method) throw new Error(`there is no operation ${operation}`)
  return method(input).catch(rethrowPlain)
}

/** Errors lose their fields on the way out of a page; the message keeps the code. */
function rethrowPlain(error: unknown): never {
  throw isServiceError(error) ? new Error(`${error.code}: ${error.message}`) : error
}

export function installHook({ reset }: Pick<UnderstudyHook, 'reset'>) {
  window.__understudy__ = {
    contract: 'understudy.e2e/v1',
    app: __APP_VERSION__,
    get ready() {
      return cloud().ready
    },
    idle,
    reset,
    as: takeUp,
    call,
    decide(principal, action, resource, context) {
      const { user, via } = typeof principal === 'string' ? { user: principal } : principal
      const decision = cloud().decide({
        principal: arnOf(user),
        ...(via ? { via: arnOf(via) } : {}),
        action,
        ...(resource
          ? {
              resource: resource.includes(':')
                ? resource
                : resource === '*'
                  ? '*'
                  : arnOf(resource),
            }
          : {}),
        ...(context ? { context } : {}),
      })
      // made now, so that it survives the way out of the page
      return { ...decision, trace: decision.trace }
    },
    clock: {
      now: clock.now,
      set: clock.set,
      advance: clock.advance,
      run: clock.run,
    },
  }
}
