/** Every sentence about a decision is made here, from its reason and its trace. */
import type {
  ConditionMatch,
  Decision,
  Match,
  PolicyType,
  StatementTrace,
} from './decision'
import { missed, nearMisses, whatMattered } from './trace'
import {
  askedFor,
  callerName,
  capital,
  joinWords,
  policyKinds,
  policyName,
  roleAsked,
  statementName,
} from './words'

/** One sentence in plain words. */
export function explainReason(decision: Decision): string {
  const { reason, request } = decision
  const caller = callerName(decision)
  switch (reason.kind) {
    case 'always-allowed':
      return `${request.action} needs no permission.`
    case 'allowed-as-root':
      return `The root user may do everything in its account, and nothing denies ${request.action}.`
    case 'allowed-by-identity':
      return `${capital(deciders(decision, 'identity'))} ${allow(decision, 'identity')} ${caller} to call ${askedFor(decision)}.`
    case 'allowed-by-resource':
      return `The resource-based policy allows ${caller} to call ${askedFor(decision)}, and that is enough.`
    case 'allowed-by-identity-and-resource':
      return `${capital(deciders(decision, 'identity'))} and the resource-based policy both allow ${caller} to call ${askedFor(decision)}.`
    case 'allowed-by-trust':
      return `The trust policy of ${roleAsked(decision)} trusts ${trusted(decision)}, and that is enough.`
    case 'allowed-by-trust-and-identity':
      return `The trust policy of ${roleAsked(decision)} trusts ${trusted(decision)}, and ${deciders(decision, 'identity')} ${allow(decision, 'identity')} ${request.action} on the role.`
    case 'explicit-deny':
      return `${capital(deciders(decision, reason.policyType))} denies ${caller} ${askedFor(decision)}, and a deny beats every allow.`
    case 'no-allow':
      return explainNoAllow(decision, reason.policyType)
    case 'root-cannot-assume':
      return 'Roles may not be assumed by root accounts: sign in as an IAM user and switch from there.'
    case 'no-such-resource':
      return `${request.resource.arn} does not exist, which AWS keeps from the caller.`
  }
}

function explainNoAllow(decision: Decision, type: PolicyType): string {
  const caller = callerName(decision)
  const asked = askedFor(decision)
  switch (type) {
    case 'identity':
      return trusts(decision)
        ? `The trust policy of ${roleAsked(decision)} trusts ${trusted(decision)}, and no policy on ${caller} allows ${decision.request.action} on the role.`
        : `No identity-based policy of ${caller} allows ${asked}.`
    case 'trust':
      return conditionalTrust(decision)
        ? `The trust policy of ${roleAsked(decision)} trusts ${caller} only on a condition that is not met: ${unmetKeys(conditionalTrust(decision))}.`
        : `The trust policy of ${roleAsked(decision)} does not let ${caller} assume the role${identityHalf(decision)}.`
    case 'resource':
      return `No resource-based policy allows ${caller} to call ${asked}, and this needs one.`
    case 'boundary':
      return `The permissions boundary of ${caller} does not allow ${asked}.`
    case 'session':
      return `No session policy of ${caller} allows ${asked}.`
    case 'scp':
      return `At one level of the organization no service control policy allows ${asked}.`
    case 'rcp':
      return `At one level of the organization no resource control policy allows ${asked}.`
  }
}

/** The trust is there, and only its conditions stand in the way. */
const conditionalTrust = ({ trace }: Decision): StatementTrace | undefined =>
  nearMisses(trace).find((statement) => {
    const misses = missed(statement)
    return (
      statement.policy.type === 'trust' && misses.length > 0 && misses.every(isCondition)
    )
  })

const isCondition = (match: Match | ConditionMatch): match is ConditionMatch =>
  'key' in match

const unmetKeys = (statement: StatementTrace | undefined) =>
  statement
    ? joinWords(
        missed(statement)
          .filter(isCondition)
          .map(({ key }) => key)
      )
    : ''

/** Both halves of a refused AssumeRole: here the one that is not to blame, or is as well. */
function identityHalf(decision: Decision): string {
  const allows = decision.trace.some(
    ({ policy, outcome }) => policy.type === 'identity' && outcome === 'allows'
  )
  return allows
    ? `, though a policy on ${callerName(decision)} allows ${decision.request.action}`
    : ''
}

const applying = (decision: Decision, type: PolicyType): StatementTrace[] =>
  whatMattered(decision.trace)
    .filter(({ policy }) => policy.type === type)
    .flatMap(({ statements }) => statements)

const trusts = (decision: Decision) => applying(decision, 'trust').length > 0

/** Whom the trust policy names, in the words of the entry that matched. */
function trusted(decision: Decision): string {
  const by = applying(decision, 'trust')[0]?.principal?.by ?? ''
  if (by === '*') return 'every AWS principal'
  return by.endsWith(':root') || /^\d{12}$/.test(by) ? 'the account' : callerName(decision)
}

const decidingPolicies = ({ decidedBy }: Decision, type: PolicyType) => [
  ...new Set(
    decidedBy
      .filter(({ policy }) => policy.type === type)
      .map(({ policy }) => policyName(policy))
  ),
]

const deciders = (decision: Decision, type: PolicyType) =>
  joinWords(decidingPolicies(decision, type).slice(0, decision.verdict === 'Allow' ? 9 : 1))

const allow = (decision: Decision, type: PolicyType) =>
  decidingPolicies(decision, type).length > 1 ? 'allow' : 'allows'

/**
 * AWS's own clause, which follows the resource in its message; empty where it gives none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDeniedReason({ reason, request }: Decision): string {
  if (reason.kind === 'no-allow')
    return `because no ${policyKinds[reason.policyType]} allows the ${request.action} action`
  if (reason.kind !== 'explicit-deny') return ''
  const { policyType, arn } = reason
  if (policyType === 'trust') return 'with an explicit deny in the role trust policy'
  const article = policyType === 'identity' ? 'an' : 'a'
  const clause = `with an explicit deny in ${article} ${policyKinds[policyType]}`
  return arn === undefined || policyType === 'resource' ? clause : `${clause}: ${arn}`
}

/** What a person could do about a refusal; empty when nothing is refused. */
export function whatWouldChangeIt(decision: Decision): string[] {
  const { reason } = decision
  switch (reason.kind) {
    case 'explicit-deny':
      return applyingDenies(decision).map(
        (statement) => `Take away ${statementName(statement)}.`
      )
    case 'no-allow':
      return reason.policyType === 'trust' && conditionalTrust(decision)
        ? nearest(decision, 'trust')
        : [
            missingAllow(decision, reason.policyType),
            ...nearest(decision, reason.policyType),
          ]
    case 'root-cannot-assume':
      return ['Sign in as an IAM user that the role trusts.']
    case 'no-such-resource':
      return ['Check the account and the role’s name, path included.']
    default:
      return []
  }
}

const applyingDenies = (decision: Decision) =>
  whatMattered(decision.trace).flatMap(({ statements }) => statements)

function missingAllow(decision: Decision, type: PolicyType): string {
  const asked = askedFor(decision)
  const caller = callerName(decision)
  switch (type) {
    case 'identity':
      return `Give ${caller} a policy that allows ${asked}.`
    case 'trust':
      return `Name ${caller} or its account in the trust policy of ${roleAsked(decision)}.`
    case 'resource':
      return `Add a statement for ${caller} to the resource’s policy that allows ${decision.request.action}.`
    case 'boundary':
      return `Allow ${asked} in the permissions boundary of ${caller} too, or remove the boundary.`
    case 'session':
      return `Pass a session policy that allows ${asked}, or none.`
    case 'scp':
    case 'rcp':
      return `Attach a ${policyKinds[type]} that allows ${asked} at each level of the organization.`
  }
}

/** The statements that came closest, and what kept each from matching. */
const nearest = (decision: Decision, type: PolicyType): string[] =>
  nearMisses(decision.trace)
    .filter(({ policy }) => policy.type === type)
    .slice(0, 3)
    .map((statement) => `Change ${statementName(statement)}: ${whatMissed(statement)}.`)

function whatMissed(statement: StatementTrace): string {
  const reasons = missed(statement).map((match) => {
    if (isCondition(match)) return whatConditionMissed(match)
    return `its ${match.element} does not cover ${match.got.join(', ') || 'the request'}`
  })
  return reasons.length > 0 ? joinWords(reasons) : 'it is not well formed'
}

const whatConditionMissed = ({ operator, key, wanted, got }: ConditionMatch) =>
  `its condition ${operator} on ${key} asks for ${wanted.join(' or ')}, and the request has ${got.join(', ') || 'none'}`
