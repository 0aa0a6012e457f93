/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
import type { StringNode } from '../parse'
import { memberOf } from '../tree'
import {
  type Check,
  type CheckedStatement,
  type Condition,
  type Raise,
  hasWildcard,
} from './statement'

export const checkTrust: Check = ({ kind, statements }, raise) => {
  if (kind !== 'trust') return
  for (const statement of statements) {
    const { node } = statement
    const resource = memberOf(node, 'Resource') ?? memberOf(node, 'NotResource')
    if (resource) raise('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE', resource.key)
    checkFederated(statement, raise)
    checkActions(statement, raise)
    checkRolesAnywhere(statement, raise)
    checkSessions(statement, raise)
    for (const condition of statement.conditions) checkAudience(condition, raise)
  }
}

const valuesOf = ({ principals }: CheckedStatement, kind: string): StringNode[] =>
  principals.filter((entry) => entry.kind === kind).flatMap(({ values }) => values)

const isSaml = (text: string) => /^arn:aws[a-z-]*:iam::\d{12}:saml-provider\/.+$/.test(text)

/** The provider's address, which is also the prefix of its condition keys. */
function oidcHost(text: string) {
  const provider = /^arn:aws[a-z-]*:iam::\d{12}:oidc-provider\/(.+)$/.exec(text)?.[1]
  if (provider !== undefined) return provider.toLowerCase()
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?$/i.test(text)
    ? text.toLowerCase()
    : undefined
}

const GITHUB = 'token.actions.githubusercontent.com'

function checkFederated(statement: CheckedStatement, raise: Raise) {
  for (const provider of valuesOf(statement, 'Federated')) {
    const host = oidcHost(provider.value)
    if (isSaml(provider.value)) continue
    if (host === undefined)
      raise('INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY', provider)
    else if (statement.allows) checkOidc(statement, provider, host, raise)
  }
}

function checkOidc(
  statement: CheckedStatement,
  node: StringNode,
  host: string,
  raise: Raise
) {
  const { conditions } = statement
  if (host === GITHUB) {
    const subs = conditions.filter(({ key }) => key === `${GITHUB}:sub`)
    if (subs.length === 0) return raise('MISSING_GITHUB_REPO_CONDITION_KEY', node)
    const wide = subs.find(({ values }) => values.some(isWide))
    return wide && raise('SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED', wide.valueNode)
  }
  const isNarrowed = conditions.some(({ key }) => key.startsWith(`${host}:`))
  return isNarrowed ? undefined : raise('MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', node)
}

const isWide = (node: Condition['values'][number]) =>
  node.type === 'string' && hasWildcard(node.value)

type Principal = { node: StringNode; action: string }

/** Each kind of principal has one action by which it can assume a role. */
function principalsOf(statement: CheckedStatement): Principal[] {
  const plain = [...valuesOf(statement, 'AWS'), ...valuesOf(statement, 'Service')]
  return [
    ...plain.map((node) => ({ node, action: 'sts:assumerole' })),
    ...valuesOf(statement, 'Federated').map((node) => ({
      node,
      action: isSaml(node.value)
        ? 'sts:assumerolewithsaml'
        : 'sts:assumerolewithwebidentity',
    })),
  ]
}

const assumeActions = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
]

/**
 * An action that suits no principal of the statement, with the principals that no other
 * action of it suits; with both kinds side by side in one statement, all is well.
 */
function checkActions(statement: CheckedStatement, raise: Raise) {
  const named = statement.actions.filter(({ value }) =>
    assumeActions.includes(value.toLowerCase())
  )
  if (named.length < statement.actions.filter(isAssume).length) return
  const have = new Set(named.map(({ value }) => value.toLowerCase()))
  const principals = principalsOf(statement)
  const stranded = principals.filter(({ action }) => !have.has(action))
  for (const action of named) {
    const isUseful = principals.some((each) => each.action === action.value.toLowerCase())
    const wrong = isUseful ? stranded : principals
    // of several actions, one that works for its own principals is not to blame
    if (wrong.length === 0 || (isUseful && named.length > 1)) continue
    raise('MISMATCHED_ACTION_FOR_PRINCIPAL', action, {
      actionName: action.value,
      principalNames: wrong.map(({ node }) => node.value).join(', '),
    })
  }
}

const isAssume = ({ value }: StringNode) =>
  value.includes('*') || value.includes('?') || /^sts:AssumeRole/i.test(value)

const anywhereActions = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession']

/** https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
function checkRolesAnywhere(statement: CheckedStatement, raise: Raise) {
  const service = valuesOf(statement, 'Service').find(
    ({ value }) => value === 'rolesanywhere.amazonaws.com'
  )
  if (service === undefined || !statement.allows) return
  const have = statement.actions.map(({ value }) => value.toLowerCase())
  const has = (action: string) =>
    have.includes(action.toLowerCase()) || have.includes('sts:*')
  if (!anywhereActions.every(has))
    raise('MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY', service)
}

/** A session beside the role it comes from says nothing new. */
function checkSessions(statement: CheckedStatement, raise: Raise) {
  const all = valuesOf(statement, 'AWS')
  for (const node of all) {
    const session = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(
      node.value
    )
    if (!session) continue
    const role = all.find(({ value }) => isRoleOf(value, session.slice(1)))
    if (!role) continue
    raise('REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY', node, {
      redundantPrincipal: node.value,
      parentRole: role.value,
    })
  }
}

const isRoleOf = (arn: string, [partition, account, name]: string[]) =>
  arn.startsWith(`arn:${partition}:iam::${account}:role/`) && arn.endsWith(`/${name}`)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_aud */
function checkAudience({ key, keyNode, operator, operatorNode }: Condition, raise: Raise) {
  if (!key.endsWith(':aud') || operator?.qualifier === undefined) return
  if (operator.qualifier === 'ForAnyValue')
    raise('FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE', operatorNode, { key: keyNode.value })
  else
    raise('CONFIRM_AUDIENCE_CLAIM_TYPE', operatorNode, {
      key: keyNode.value,
      audienceType: 'aud',
    })
}
