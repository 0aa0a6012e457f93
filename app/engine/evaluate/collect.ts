/** Looks at every policy and sorts what applies by effect. Deciding comes after. */
import type { Naming } from '../match/principal'
import type { PreparedRequest } from '../match/request'
import { candidatesFor } from '../policy/candidates'
import {
  compilePolicy,
  compileSessionPolicy,
  type CompiledStatement,
} from '../policy/compile'
import { listOf } from '../policy/read'
import type { PolicySet, PolicyType } from './decision'
import { applies } from './statement'

/** A statement that applies, and where it stands. */
export type Found = {
  type: PolicyType
  index: number
  level: number
  statement: CompiledStatement
  how: Naming
}

export type Facts = {
  /** In the order in which a message names them: RCP, SCP, resource side, then the caller's. */
  denies: Found[]
  identity: Found[]
  /** Allows of the resource's policy, or of the role's trust policy. */
  grants: Found[]
  /** Each is true as well when there is no such policy to limit anything. */
  boundary: boolean
  session: boolean
  scp: boolean
  rcp: boolean
}

export function collect(policies: PolicySet, request: PreparedRequest): Facts {
  const denies: Found[] = []
  const rcp = everyLevelAllows('rcp', policies.rcps, request, denies)
  const scp = everyLevelAllows('scp', policies.scps, request, denies)
  const trust = allowsIn('trust', policies.trust, 0, request, denies)
  const resource = allowsIn('resource', policies.resource, 0, request, denies)
  const identity = allowsIn('identity', policies.identity, 0, request, denies)
  const boundary = allowsIn('boundary', policies.boundary, 0, request, denies)
  const session = allowsIn('session', policies.session, 0, request, denies)
  return {
    denies,
    identity,
    grants: policies.trust ? trust : resource,
    boundary: boundary.length > 0 || !request.bounded,
    session: session.length > 0 || !hasSessionPolicy(policies, request),
    scp,
    rcp,
  }
}

/**
 * An organization's policies must allow at each level, from its root down to the account.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function everyLevelAllows(
  type: 'scp' | 'rcp',
  levels: PolicySet['scps'],
  request: PreparedRequest,
  denies: Found[]
): boolean {
  if (levels === undefined || !looksAt(type, request)) return true
  const allows = listOf(levels).map((list, level) =>
    allowsIn(type, list, level, request, denies)
  )
  return allows.every(({ length }) => length > 0)
}

/**
 * A federated user's session has only what its session policy and the user's policies share,
 * so without a session policy it has nothing; a role's session is then not limited.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
const hasSessionPolicy = (policies: PolicySet, { caller }: PreparedRequest) =>
  listOf(policies.session).length > 0 || caller.type === 'federated-user'

function allowsIn(
  type: PolicyType,
  documents: unknown,
  level: number,
  request: PreparedRequest,
  denies: Found[]
): Found[] {
  if (documents === undefined || !looksAt(type, request)) return none
  const allows: Found[] = []
  const list = listOf(documents)
  const compile = compilerFor(type)
  for (let index = 0; index < list.length; index++) {
    const named = compile(list[index]).naming.get(request.actionName)
    for (const statement of candidatesFor(named, request)) {
      const how = applies(statement, type, request)?.how
      if (how === undefined) continue
      const bin = statement.effect === 'Deny' ? denies : allows
      bin.push({ type, index, level, statement, how })
    }
  }
  return allows
}

const none: Found[] = []

export const compilerFor = (type: PolicyType) =>
  type === 'session' ? compileSessionPolicy : compilePolicy

export const isIamPrincipal = ({ caller }: PreparedRequest) =>
  caller.type === 'user' ||
  caller.type === 'role-session' ||
  caller.type === 'federated-user'

const isServiceLinked = ({ caller }: PreparedRequest) =>
  caller.role.includes(':role/aws-service-role/')

/**
 * Which policies have a say about this caller. Root has no policies of its own, and only what
 * a session of it is denied counts; SCPs limit the organization's own principals; neither SCPs nor RCPs touch service-linked roles.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp
 */
export function looksAt(type: PolicyType, request: PreparedRequest): boolean {
  switch (type) {
    case 'identity':
    case 'boundary':
      return isIamPrincipal(request)
    case 'session':
      return isIamPrincipal(request) || request.caller.type === 'root'
    case 'scp':
      return (
        (isIamPrincipal(request) || request.caller.type === 'root') &&
        !isServiceLinked(request)
      )
    case 'rcp':
      return !isServiceLinked(request)
    case 'resource':
    case 'trust':
      return true
  }
}
