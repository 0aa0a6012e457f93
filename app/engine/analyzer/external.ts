/**
 * Who outside a zone of trust may do what with an account's roles and buckets. Nothing is read
 * off a policy's text: for everybody whom a statement names, the evaluator is asked what somebody
 * of that name may do.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html
 */
import { bucketArn, roleArn } from '../arn'
import { anonymousCaller } from '../caller'
import { actionsMatching } from '../catalog/service-authorization'
import type { Context } from '../context'
import { authorize } from '../evaluate/authorize'
import type { PolicySet } from '../evaluate/decision'
import type { Account, World } from '../model'
import { gatherPolicies } from '../policies-of'
import type { PolicyDocument, PolicyStatement } from '../policy/document'
import { documentOf } from '../policy/kept'
import { isObject, listOf, textsOf } from '../policy/read'
import { showTrustPolicy } from '../operations/trust'
import { byName, shelfByName } from '../operations/paging'
import { probeOfPattern } from '../questions/probe'
import type { Found } from './found'
import { anyoneOf, type Stranger, strangerNamed, strangerWith, textOf } from './strangers'
import { principalsOf, shownConditions, witnesses } from './witness'

/** Accounts whose members are no strangers. */
export type Zone = { accounts: Set<string>; organization?: string }

type Resource = {
  arn: string
  type: 'AWS::IAM::Role' | 'AWS::S3::Bucket'
  owner: string
  kind: 'trust' | 'resource'
  document: PolicyDocument
  /** Each action with the ARNs that it could be tried on. */
  tries: (statement: PolicyStatement) => { action: string; arn: string }[]
}

const assuming = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:SetSourceIdentity',
  'sts:TagSession',
]

const roleResource = (world: World, account: Account, arn: string, text: string) => ({
  arn,
  type: 'AWS::IAM::Role' as const,
  owner: account.id,
  kind: 'trust' as const,
  document: documentOf(showTrustPolicy(world, text)),
  tries: () => assuming.map((action) => ({ action, arn })),
})

/** What of S3 is done to a bucket, and what to the objects in it. */
const bucketActions = () =>
  actionsMatching('s3:*').flatMap(({ name, resources }) =>
    resources.flatMap(({ type }) =>
      type.name === 'bucket' || type.name === 'object'
        ? [{ action: `s3:${name}`, isOfObject: type.name === 'object' }]
        : []
    )
  )

function bucketTries(name: string, statement: PolicyStatement) {
  const own = [bucketArn(name), `${bucketArn(name)}/*`]
  const patterns = statement.NotResource ? own : textsOf(statement.Resource)
  const arns = [
    ...new Set(patterns.flatMap((each) => (each === '*' ? own : each)).map(probeOfPattern)),
  ]
  return bucketActions().flatMap(({ action, isOfObject }) =>
    arns.filter((arn) => arn.includes('/') === isOfObject).map((arn) => ({ action, arn }))
  )
}

const bucketResource = (account: Account, name: string, text: string) => ({
  arn: bucketArn(name),
  type: 'AWS::S3::Bucket' as const,
  owner: account.id,
  kind: 'resource' as const,
  document: documentOf(text),
  tries: (statement: PolicyStatement) => bucketTries(name, statement),
})

/** Roles of services are theirs alone, and nobody can change whom they trust. */
const isLinked = (path: string) => path.startsWith('/aws-service-role/')

const resourcesOf = (world: World, account: Account): Resource[] => [
  ...shelfByName(account.roles)
    .filter(({ path }) => !isLinked(path))
    .map((role) =>
      roleResource(
        world,
        account,
        roleArn(account.id, role.path, role.name),
        role.trustPolicy
      )
    ),
  ...byName(account.buckets).flatMap(({ name, policy }) =>
    policy === undefined ? [] : [bucketResource(account, name, policy)]
  ),
]

const everything: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
}

type Asking = { world: World; now: string; zone: Zone }

type Question = { stranger: Stranger; action: string; arn: string; context: Context }

/** May they, if their own account lets them? `document` stands in for the resource's policy. */
function may(
  { world, now }: Asking,
  { kind, owner }: Resource,
  document: PolicyDocument,
  { stranger, action, arn, context }: Question
) {
  const { set } = gatherPolicies(world, anonymousCaller, { action, owner })
  const policies: PolicySet = { ...set, identity: [everything], [kind]: document }
  const request = {
    principal: stranger.principal,
    action,
    resource: { arn, account: owner },
    context: {
      'aws:CurrentTime': now,
      'aws:EpochTime': String(Math.floor(Date.parse(now) / 1000)),
      'aws:SecureTransport': 'true',
      'aws:SourceIp': '203.0.113.10',
      'aws:MultiFactorAuthPresent': 'true',
      ...stranger.context,
      ...context,
    },
  }
  return authorize(request, policies, { rules: world.rules }).verdict === 'Allow'
}

/** By their account, or by the organization that a condition puts them in. */
function isInside({ zone }: Asking, { account }: Stranger, context: Context) {
  if (account !== undefined && zone.accounts.has(account)) return true
  const { organization } = zone
  if (organization === undefined) return false
  const path = textOf(context, 'aws:principalorgpaths')
  return (
    textOf(context, 'aws:principalorgid') === organization ||
    path?.startsWith(`${organization}/`) === true
  )
}

/** Actions that a statement lets somebody take, as long as nothing else denies them. */
function actionsFor(
  asking: Asking,
  resource: Resource,
  statement: PolicyStatement,
  named: Stranger
): string[] {
  const alone = { ...resource.document, Statement: [statement] }
  const tries = resource.tries(statement)
  return witnesses(statement.Condition).flatMap((context) => {
    const stranger = strangerWith(asking.world, named, context)
    if (!stranger || isInside(asking, stranger, context)) return []
    return tries
      .filter(({ action, arn }) => {
        const question = { stranger, action, arn, context }
        return (
          may(asking, resource, alone, question) &&
          may(asking, resource, resource.document, question)
        )
      })
      .map(({ action }) => action)
  })
}

/** Anybody at all may, without meeting any condition on purpose. */
function isOpen(asking: Asking, resource: Resource, statement: PolicyStatement) {
  const stranger = anyoneOf(asking.world)
  return resource
    .tries(statement)
    .some(({ action, arn }) =>
      may(asking, resource, resource.document, { stranger, action, arn, context: {} })
    )
}

/** An account is shown by its ID. */
const shownPrincipal = (text: string) =>
  /^arn:[^:]*:iam::(\d{12}):root$/.exec(text)?.[1] ?? text

function foundIn(asking: Asking, resource: Resource): Found[] {
  const byWhom = new Map<string, Found>()
  for (const statement of listOf(resource.document.Statement)) {
    if (!isObject(statement) || statement.Effect !== 'Allow') continue
    // an object with an effect is what the evaluator takes for a statement
    const read = statement as PolicyStatement
    for (const [kind, text] of principalsOf(statement)) {
      const named = strangerNamed(asking.world, kind, text)
      const actions = named ? actionsFor(asking, resource, read, named) : []
      if (actions.length === 0) continue
      const condition = shownConditions(statement.Condition)
      const principal = { [kind]: shownPrincipal(text) }
      const about = JSON.stringify([resource.arn, principal, condition])
      const before = byWhom.get(about)?.external?.actions ?? []
      const isPublic = text === '*' && isOpen(asking, resource, read)
      byWhom.set(about, {
        about,
        type: 'ExternalAccess',
        resource: resource.arn,
        resourceType: resource.type,
        owner: resource.owner,
        external: {
          principal,
          actions: [...new Set([...before, ...actions])].sort(),
          condition,
          isPublic,
        },
      })
    }
  }
  return [...byWhom.values()]
}

export const externalAccess = (asking: Asking, account: Account): Found[] =>
  resourcesOf(asking.world, account).flatMap((resource) => foundIn(asking, resource))
