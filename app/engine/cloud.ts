import type { AwsClient, Service } from './api'
import { assumedRoleArn, roleArn } from './arn'
import { authenticate, sessionNameFor } from './caller'
import { loadManagedPolicies } from './catalog/managed-policies'
import type { Decision } from './evaluate/decision'
import { invoke } from './invoke'
import type { Deferred, Operation } from './kernel'
import type { Credentials, World } from './model'
import { accessAnalyzerOperations } from './operations/access-analyzer'
import { cloudTrailOperations } from './operations/cloudtrail'
import { iamOperations } from './operations/iam'
import { organizationsOperations } from './operations/organizations'
import { s3Operations } from './operations/s3'
import { stsOperations } from './operations/sts'
import { answer, type Question } from './question'
import { sessionFor } from './console-session'
import { signIn, type SignInForm } from './sign-in'
import { type SigningKey, signingKeyOf } from './signing-key'
import { recordSwitch, switchSeconds } from './switching'
import { allOf } from './shelf'
import { type Change, createStore, type Journal, type Listener } from './store'
import { findAccount, newWorld } from './world'

/** The time, as milliseconds, an ISO string or a date. */
export type Clock = { now(): number | string | Date }

export type CloudOptions = {
  world?: World
  /** Stands still at `DEFAULT_TIME` when there is none. */
  clock?: Clock
  /** Seeds ids and secrets of a new world. */
  rng?: number
  journal?: Journal
}

export const DEFAULT_TIME = '2026-01-15T09:00:00.000Z'

export type SwitchForm = { account: string; roleName: string }

export type SwitchedRole = { arn: string; account: string; credentials: Credentials }

export type Cloud = {
  /**
   * Throws `AuthenticationFailed` with the sentence that the sign-in page shows, or says by its
   * code what the page has to ask for next: `MultiFactorAuthenticationRequired` for a code,
   * `PasswordChangeRequired` for a new password.
   */
  signIn(form: SignInForm): Credentials
  /**
   * One method for each API operation, as whoever holds the credentials. Without any, only the
   * operations that need none can be called: those that take an identity provider's word, and
   * S3's, where a bucket's policy lets everybody in.
   */
  client(credentials?: Credentials): AwsClient
  /**
   * The secret behind an access key ID, for a server in front of the cloud that has to check
   * signatures. No client's method tells it, and nothing is authorised by asking.
   */
  signingKey(accessKeyId: string): SigningKey | undefined
  /** A session without a password, for tests, labs and scenarios. */
  credentialsFor(principal: string): Credentials
  /** What would happen and why; changes nothing. */
  decide(question: Question): Decision
  /** Assumes a role as the console does: named after the user, for as long as both last. */
  switchRole(credentials: Credentials, form: SwitchForm): Promise<SwitchedRole>
  /** Records that a role was left. */
  switchBack(role: Credentials, from: string): void
  /** An account's ID from its ID or alias, if there is such an account. */
  resolveAccount(idOrAlias: string): string | undefined
  readonly world: World
  subscribe(listener: Listener): () => void
  /** Resolves when the AWS managed policies that the world uses now are loaded. */
  readonly ready: Promise<void>
  /** Runs something that writes outside of a call, such as a sign-in, in turn with other tabs. */
  exclusively<T>(work: () => T | Promise<T>): Promise<T>
  /** Changes the world otherwise than by a call: for tests, labs and scenarios. */
  amend(change: (draft: World) => void): Promise<void>
  /** Resolves when every call so far has been recorded. */
  settled(): Promise<void>
  /** A change that another tab has made. */
  apply(change: Change): void
  replace(world: World): void
}

const tables = {
  iam: iamOperations,
  sts: stsOperations,
  s3: s3Operations,
  cloudTrail: cloudTrailOperations,
  organizations: organizationsOperations,
  accessAnalyzer: accessAnalyzerOperations,
} satisfies Record<Service, object>

const services = Object.keys(tables) as Service[]

/** Every AWS managed policy that somebody in the world holds. */
function attachedPolicies(world: World) {
  return Object.values(world.accounts).flatMap((account) =>
    [
      ...allOf(account.users),
      ...Object.values(account.groups),
      ...allOf(account.roles),
    ].flatMap((holder) => [
      ...holder.attached,
      ...('boundary' in holder && typeof holder.boundary === 'string'
        ? [holder.boundary]
        : []),
    ])
  )
}

export function createCloud(options: CloudOptions = {}): Cloud {
  const world = options.world ?? newWorld(undefined, options.rng)
  const store = createStore(world, options.journal, () => Date.parse(now()))
  const now = () => new Date(options.clock?.now() ?? DEFAULT_TIME).toISOString()
  const recordings = new Set<Promise<unknown>>()
  const recording = {
    track(work: Promise<unknown>) {
      // a record that cannot be kept is no failure of the read that it is about
      const quiet = work.catch(() => undefined)
      recordings.add(quiet)
      void quiet.then(() => recordings.delete(quiet))
    },
  }

  /** A page asks for a client with each call, always with the same credentials. */
  const clients = new WeakMap<Credentials, AwsClient>()

  let unsigned: AwsClient | undefined

  function client(credentials?: Credentials): AwsClient {
    if (!credentials) return (unsigned ??= makeClient(undefined))
    const made = clients.get(credentials) ?? makeClient(credentials)
    clients.set(credentials, made)
    return made
  }

  function makeClient(credentials: Credentials | undefined): AwsClient {
    const methods = services.map((service) => {
      // the table's operations differ in shape; each method hands its own input to its own
      const table = tables[service] as Record<string, Operation | Deferred<Operation>>
      const entries = Object.entries(table).map(([name, entry]) => [
        name.charAt(0).toLowerCase() + name.slice(1),
        // scripts call without the compiler's help, and may pass null for nothing
        async (given: object | null = {}) => {
          const operation = typeof entry === 'function' ? await entry() : entry
          const input = given ?? {}
          return invoke(
            store,
            { service, name, operation, credentials, input },
            now,
            recording
          )
        },
      ])
      return [service, Object.fromEntries(entries)]
    })
    // made from the tables, which the compiler holds to the operations' shapes
    return Object.fromEntries(methods) as AwsClient
  }

  /** For `decide`, which cannot wait; a call loads what it needs by itself. */
  const loadAhead = () => void loadManagedPolicies(attachedPolicies(store.world))

  loadAhead()

  async function exclusively<T>(work: () => T | Promise<T>): Promise<T> {
    const release = await store.begin()
    try {
      const result = await work()
      await store.saved()
      return result
    } finally {
      release?.()
    }
  }

  async function switchRole(
    credentials: Credentials,
    form: SwitchForm
  ): Promise<SwitchedRole> {
    const caller = authenticate(store.world, credentials, now())
    const account = findAccount(store.world, form.account)?.id ?? form.account
    const RoleArn = roleArn(account, '/', form.roleName)
    const name = sessionNameFor(caller)
    const { Credentials: session } = await client(credentials).sts.assumeRole({
      RoleArn,
      RoleSessionName: name,
      DurationSeconds: switchSeconds(store.world, credentials, RoleArn, now()),
    })
    const role: Credentials = {
      accessKeyId: session?.AccessKeyId ?? '',
      secretAccessKey: session?.SecretAccessKey ?? '',
      sessionToken: session?.SessionToken ?? '',
      ...(session?.Expiration ? { expiration: session.Expiration.toISOString() } : {}),
    }
    await exclusively(() => recordSwitch(store, role, 'SwitchRole', caller.arn, now()))
    const roleName = form.roleName.slice(form.roleName.lastIndexOf('/') + 1)
    return { arn: assumedRoleArn(account, roleName, name), account, credentials: role }
  }

  return {
    signIn: (form) => signIn(store, form, now()),
    client,
    signingKey: (accessKeyId) => signingKeyOf(store.world, accessKeyId),
    credentialsFor: (principal) => sessionFor(store, principal, now()),
    decide: (question) => answer(store.world, question, now(), store.enforced),
    switchRole,
    switchBack: (role, from) => recordSwitch(store, role, 'ExitRole', from, now()),
    resolveAccount: (text) => findAccount(store.world, text)?.id,
    get world() {
      return store.world
    },
    subscribe: store.subscribe,
    get ready() {
      return loadManagedPolicies(attachedPolicies(store.world))
    },
    exclusively,
    async amend(change) {
      await exclusively(() => store.change(change))
      loadAhead()
    },
    settled: async () => {
      while (recordings.size > 0) await Promise.all(recordings)
    },
    apply(change) {
      store.apply(change)
      loadAhead()
    },
    replace(next) {
      store.replace(next)
      loadAhead()
    },
  }
}
