/**
 * A scenario as an author writes it: who and what is there, in as few words as can be. Dates,
 * ids and everything else of the world follow from it.
 */
import * as v from 'valibot'

const name = v.pipe(v.string(), v.minLength(1))
const accountId = v.pipe(v.string(), v.regex(/^\d{12}$/, 'an account ID is 12 digits'))

/** A policy as JSON; IAM's own checks say whether it can be used. */
const document = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((value) => 'Statement' in value, 'a policy has a Statement')
)
const documents = v.record(name, document)
const tags = v.record(v.string(), v.string())

/** Names of AWS managed policies or of the account's own, or ARNs. */
const attached = v.array(name)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
const path = v.pipe(
  v.string(),
  v.regex(/^\/(?:[!-~]+\/)?$/, 'a path begins and ends with a slash'),
  v.maxLength(512, 'a path has 512 characters at most')
)

const holder = {
  name,
  path: v.optional(path),
  attached: v.optional(attached),
  inline: v.optional(documents),
}

/** Made up where they are left out, the same each time. */
const accessKey = v.strictObject({
  id: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^AKIA[A-Z2-7]{16}$/, 'an access key ID is AKIA and 16 of A to Z and 2 to 7')
    )
  ),
  secret: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Za-z0-9/+]{40}$/, 'a secret access key is 40 letters, digits, / and +')
    )
  ),
  status: v.optional(v.picklist(['Active', 'Inactive'])),
})

/** A virtual one, in use. */
const mfaDevice = v.strictObject({
  /** The user's name where it is left out. */
  name: v.optional(
    v.pipe(v.string(), v.regex(/^[\w+=,.@-]{1,226}$/, 'no name of a device'))
  ),
  /** As an authenticator app takes it: base32. */
  seed: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Z2-7]{16,128}$/, 'a seed is 16 or more of base32'))
  ),
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const KEYS_PER_USER = 2
const DEVICES_PER_USER = 8

const user = v.strictObject({
  ...holder,
  password: v.optional(v.string()),
  accessKeys: v.optional(
    v.pipe(
      v.array(accessKey),
      v.maxLength(KEYS_PER_USER, 'a user has two access keys at most')
    )
  ),
  mfaDevices: v.optional(
    v.pipe(
      v.array(mfaDevice),
      v.maxLength(DEVICES_PER_USER, 'a user has eight MFA devices at most')
    )
  ),
  groups: v.optional(v.array(name)),
  boundary: v.optional(name),
  tags: v.optional(tags),
})

const role = v.strictObject({
  ...holder,
  /** May be left out where the role is there already, in a scenario that extends another. */
  trust: v.optional(document),
  description: v.optional(v.string()),
  maxSessionDuration: v.optional(v.pipe(v.number(), v.minValue(3600), v.maxValue(43_200))),
  boundary: v.optional(name),
  tags: v.optional(tags),
})

const bucket = v.strictObject({
  name,
  region: v.optional(v.string()),
  policy: v.optional(document),
  /** Texts by key. */
  objects: v.optional(v.record(name, v.string())),
})

const managedPolicy = v.strictObject({
  name,
  path: v.optional(path),
  description: v.optional(v.string()),
  document,
})

const account = v.strictObject({
  id: accountId,
  name: v.optional(name),
  alias: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/))
  ),
  email: v.optional(v.pipe(v.string(), v.email())),
  /** The root user's. */
  password: v.optional(v.string()),
  policies: v.optional(v.array(managedPolicy)),
  groups: v.optional(v.array(v.strictObject(holder))),
  users: v.optional(v.array(user)),
  roles: v.optional(v.array(role)),
  buckets: v.optional(v.array(bucket)),
  samlProviders: v.optional(
    v.array(v.strictObject({ name, metadata: v.optional(v.string()) }))
  ),
  oidcProviders: v.optional(
    v.array(v.strictObject({ url: name, clientIds: v.optional(v.array(name)) }))
  ),
  /** So many more of each, with plain names. */
  fill: v.optional(
    v.partial(
      v.strictObject({
        users: v.number(),
        groups: v.number(),
        roles: v.number(),
        policies: v.number(),
        buckets: v.number(),
      })
    )
  ),
})

const organizationPolicy = v.strictObject({ name, document })

const organization = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^o-[a-z0-9]{10,32}$/, 'an organization ID looks like o-a1b2c3d4e5')
  ),
  managementAccount: accountId,
  /** The units above each account, from the top. */
  accounts: v.record(accountId, v.array(name)),
  /** By `root`, unit or account ID. */
  scps: v.optional(v.record(name, v.array(organizationPolicy))),
  rcps: v.optional(v.record(name, v.array(organizationPolicy))),
  /** All features, where it is left out. */
  featureSet: v.optional(v.picklist(['ALL', 'CONSOLIDATED_BILLING'])),
  /** Services with trusted access: `iam.amazonaws.com`. */
  trustedServices: v.optional(v.array(name)),
  /** Accounts that administer a service, by its principal. */
  delegatedAdministrators: v.optional(v.record(name, v.array(accountId))),
  /** What is done centrally for the root users of the member accounts. */
  rootFeatures: v.optional(
    v.array(v.picklist(['RootCredentialsManagement', 'RootSessions']))
  ),
})

/** What a partner of AWS asks an account for. */
const delegationRequest = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[\w-]{16,128}$/, 'a request ID has 16 to 128 letters, digits, _ or -')
  ),
  /** The account that it is made for; any may take it up where it is left out. */
  account: v.optional(accountId),
  description: v.string(),
  message: v.optional(v.string()),
  /** The partner's account. */
  requestor: accountId,
  requestorName: v.optional(v.string()),
  policy: document,
  /** Seconds. */
  sessionDuration: v.optional(v.pipe(v.number(), v.minValue(300), v.maxValue(43_200))),
  /** Days until it expires. */
  days: v.optional(v.pipe(v.number(), v.minValue(1))),
})

const person = v.strictObject({
  /** `user/Stuart`, or `root`. */
  principal: v.pipe(
    v.string(),
    v.regex(/^(?:root|user\/.+)$/, 'a person is root or user/NAME')
  ),
  /** The first account where it is left out. */
  account: v.optional(accountId),
  story: v.string(),
})

export const scenario = v.strictObject({
  schema: v.literal('understudy.scenario/v1'),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'an id is lower-case words with hyphens')),
  name,
  story: v.string(),
  /** Another scenario, which this one changes: lists are matched by name, the rest replaced. */
  extends: v.optional(v.string()),
  /** When the story begins, and the date of everything in it. */
  time: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  rules: v.optional(v.partial(v.strictObject({ namedPrincipalSuffices: v.boolean() }))),
  accounts: v.optional(v.array(account)),
  organization: v.optional(organization),
  delegationRequests: v.optional(v.array(delegationRequest)),
  people: v.optional(v.array(person)),
})

export type Scenario = v.InferOutput<typeof scenario>
export type ScenarioAccount = v.InferOutput<typeof account>
export type ScenarioUser = v.InferOutput<typeof user>
export type ScenarioRole = v.InferOutput<typeof role>
export type Person = v.InferOutput<typeof person>

/** What is wrong with a scenario, and where: `accounts[0].users[2].name`. */
export class ScenarioError extends Error {
  readonly path: string
  constructor(path: string, reason: string) {
    super(path ? `${path}: ${reason}` : reason)
    this.name = 'ScenarioError'
    this.path = path
  }
}

/** `['accounts', 0, 'users']` as `accounts[0].users`. */
export const printPath = (keys: (string | number)[]) =>
  keys.reduce<string>(
    (path, key) =>
      typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${key}` : key,
    ''
  )

export function parseScenario(value: unknown): Scenario {
  const result = v.safeParse(scenario, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? key : String(key)
  )
  throw new ScenarioError(printPath(keys), issue.message)
}
