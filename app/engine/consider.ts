/**
 * One question to the evaluator: this caller, this action, this target, in this world.
 */
import { accountOf, bucketArn, parseArn } from './arn'
import { type Caller, principalOf } from './caller'
import { callerContext, type Context, resourceTags, tagContext } from './context'
import { authorize } from './evaluate/authorize'
import type { Decision, PolicyNames, PolicySet } from './evaluate/decision'
import type { Target } from './kernel'
import type { World } from './model'
import { callerAsEnforced } from './propagation'
import { documentOf } from './policy/kept'
import { gatherPolicies, type ResourcePolicy } from './policies-of'
import { findByArn, findBucket } from './world'
import { showTrustPolicy } from './operations/trust'

const assumeActions = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
])

/** The policy that hangs on the target itself: a role's trust policy or a bucket's policy. */
function resourcePolicyOf(
  world: World,
  action: string,
  arn: string
): ResourcePolicy | undefined {
  if (assumeActions.has(action.toLowerCase())) {
    const found = findByArn(world, arn)
    if (found?.kind !== 'role') return undefined
    const text = showTrustPolicy(world, found.role.trustPolicy)
    return {
      kind: 'trust',
      text,
      name: { name: `Trust policy of ${found.role.name}`, arn },
    }
  }
  const parsed = parseArn(arn)
  if (parsed?.service !== 's3' || makesBucket(action)) return undefined
  const [name = ''] = parsed.resource.split('/')
  const policy = findBucket(world, name)?.bucket.policy
  return policy === undefined
    ? undefined
    : {
        kind: 'resource',
        text: policy,
        name: { name: `Bucket policy of ${name}`, arn: bucketArn(name) },
      }
}

/** A bucket to be made is the caller's, whoever has one of that name. */
const makesBucket = (action: string) => action.toLowerCase() === 's3:createbucket'

function ownerOf(world: World, action: string, target: Target) {
  if (makesBucket(action)) return undefined
  const parsed = parseArn(target.arn)
  if (target.account) return target.account
  if (parsed?.service === 's3') {
    return findBucket(world, parsed.resource.split('/')[0] ?? '')?.account.id
  }
  // AWS's own policies belong to no account: `arn:aws:iam::aws:policy/…`
  const account = accountOf(target.arn)
  return account && /^\d{12}$/.test(account) ? account : undefined
}

/** Tags of the target, as condition keys, where the service offers them. */
function targetContext(world: World, target: Target, owner: string | undefined): Context {
  const found = findByArn(world, target.arn)
  const bucket =
    found || !target.arn.startsWith('arn:aws:s3:::')
      ? undefined
      : findBucket(world, target.arn.slice('arn:aws:s3:::'.length).split('/')[0] ?? '')
  const policy =
    owner === undefined || found ? undefined : world.accounts[owner]?.policies[target.arn]
  const tagged = found?.kind === 'user' ? found.user : (found?.role ?? policy)
  const tags = tagged
    ? resourceTags(tagged.tags)
    : tagContext('aws:ResourceTag', bucket?.bucket.tags ?? [])
  const organization = owner && world.organization?.accounts[owner] && world.organization.id
  return {
    ...tags,
    ...(owner ? { 'aws:ResourceAccount': owner } : {}),
    ...(organization ? { 'aws:ResourceOrgID': organization } : {}),
  }
}

/**
 * `world` is the one that is enforced. `context` is added to what the call carries by itself, and
 * wins.
 */
export function consider(
  world: World,
  from: Caller,
  action: string,
  target: Target,
  now: string,
  context: Context = {}
): Decision {
  const caller = world.rules.consistency ? callerAsEnforced(world, from) : from
  const owner = ownerOf(world, action, target)
  const resourcePolicy = resourcePolicyOf(world, action, target.arn)
  const { set, names, complete } = gatherPolicies(
    world,
    caller,
    { action, owner },
    resourcePolicy
  )
  if (!complete) {
    // a Deny in a document that is not here would go unseen
    throw new Error(
      `an attached policy of ${caller.arn} is not loaded: await \`cloud.ready\``
    )
  }
  const request = {
    principal: principalOf(caller),
    action,
    resource: { arn: target.arn, account: owner ?? caller.account },
    context: overlaid(
      {
        ...callerContext(world, caller, now),
        ...targetContext(world, target, owner),
        ...target.context,
      },
      context
    ),
  }
  const isAssume = action.toLowerCase() === 'sts:assumerole'
  if (isAssume && !set.trust) {
    const decision = authorize(request, { ...set, trust: noTrust }, { names })
    // root and an explicit deny are refused for their own reasons, whether the role is there
    const isImplicit = decision.reason.kind === 'no-allow'
    return isImplicit ? { ...decision, ...noSuchRole } : decision
  }
  const judge = (policies: PolicySet, called: PolicyNames) =>
    authorize(request, policies, { names: called, rules: world.rules })
  const decision = judge(set, names)
  const scopes = caller.session?.scopes ?? []
  if (scopes.length === 0 || decision.verdict === 'ExplicitDeny') return decision
  // each of them has to allow by itself, and none of them to deny
  const within = scopes.map((scope, at) =>
    judge(
      { ...set, session: [documentOf(scope)] },
      { ...names, session: [{ name: `Scope-down policy ${at + 1}` }] }
    )
  )
  const all = [decision, ...within]
  const refusing =
    all.find(({ verdict }) => verdict === 'ExplicitDeny') ??
    all.find(({ verdict }) => verdict !== 'Allow')
  return refusing ?? decision
}

/** Case does not tell keys apart, so a key wins over others that are spelt like it. */
function overlaid(context: Context, over: Context): Context {
  const names = Object.keys(over)
  if (names.length === 0) return context
  const taken = new Set(names.map((name) => name.toLowerCase()))
  const rest = Object.entries(context).filter(([name]) => !taken.has(name.toLowerCase()))
  return { ...Object.fromEntries(rest), ...over }
}

const noTrust = { Statement: [] }

/** A role that is not there is refused like one that trusts nobody. */
const noSuchRole = {
  verdict: 'ImplicitDeny',
  reason: { kind: 'no-such-resource' },
  decidedBy: [],
  trace: [],
} satisfies Partial<Decision>
