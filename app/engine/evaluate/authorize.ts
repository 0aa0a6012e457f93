/**
 * The pure decision: a request and policies in, a verdict with its reason out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import { prepare, type PreparedRequest } from '../match/request'
import { listOf } from '../policy/read'
import { type ActionFacts, actionFacts } from './action-facts'
import { collect, type Facts, type Found, isIamPrincipal } from './collect'
import type {
  AuthorizationRequest,
  AuthorizeOptions,
  Decision,
  PolicySet,
  PolicyTrace,
  Reason,
  StatementRef,
  Verdict,
} from './decision'
import { nameOfPolicy, refOf } from './ref'
import { findRemedy, type Remedy } from './remedy'
import { standsAlone } from './resource-side'
import { tracePolicies } from './trace'

export function authorize(
  request: AuthorizationRequest,
  policies: PolicySet,
  options?: AuthorizeOptions
): Decision {
  const { lowered, kind: named } = actionFacts(request.action)
  const prepared = prepare(request, lowered, listOf(policies.boundary).length > 0)
  const kind = isTagOfFederatedUser(lowered, prepared) ? 'ordinary' : named
  const situation = situationOf(prepared, policies, kind, options)
  const facts = factsOf(situation, policies)
  const reason = decide(situation, facts, options)
  return new Settled(reason, request, prepared, policies, facts, options)
}

/**
 * A federated user has no trust policy that could grant its tags.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-getfederationtoken
 */
const isTagOfFederatedUser = (lowered: string, { arn }: PreparedRequest) =>
  lowered === 'sts:tagsession' && arn.includes(':federated-user/')

/**
 * Nobody can be locked out of a bucket for good: its policy does not keep the root user of its
 * account from that policy.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
function factsOf(situation: Situation, policies: PolicySet): Facts {
  const { kind, request, crossAccount } = situation
  const facts = collect(policies, request)
  const isOwnRoot = request.caller.type === 'root' && !crossAccount
  return kind === 'bucket-policy' && isOwnRoot
    ? { ...facts, denies: facts.denies.filter(({ type }) => type !== 'resource') }
    : facts
}

type Situation = {
  request: PreparedRequest
  kind: ActionFacts['kind']
  /** Which policy speaks for the resource. */
  side: 'trust' | 'resource'
  crossAccount: boolean
  /** The resource's policy must grant, even within one account. */
  strict: boolean
  namedSuffices: boolean
}

function situationOf(
  request: PreparedRequest,
  policies: PolicySet,
  kind: ActionFacts['kind'],
  options: AuthorizeOptions | undefined
): Situation {
  const { caller, resourceAccount } = request
  const side = policies.trust || kind === 'assume' ? 'trust' : 'resource'
  return {
    request,
    kind,
    side,
    // an ARN that names no account, as S3's, is taken to be the caller's own
    crossAccount: resourceAccount !== '' && resourceAccount !== caller.account,
    strict: side === 'trust' || (kind === 'kms' && isKmsKey(request.arn)),
    namedSuffices: options?.rules?.namedPrincipalSuffices ?? true,
  }
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
const isKmsKey = (arn: string) => /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(arn)

/** Every way a decision can come out, in the order in which the first that holds is final. */
function decide(situation: Situation, facts: Facts, options?: AuthorizeOptions): Reason {
  const { kind, request } = situation
  const { type } = request.caller
  if (kind === 'undeniable' && type !== 'anonymous') return { kind: 'always-allowed' }
  const deny = facts.denies[0]
  if (deny) return explicitDeny(deny, options)
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  if (kind === 'assume' && type === 'root') return { kind: 'root-cannot-assume' }
  if (!facts.rcp) return { kind: 'no-allow', policyType: 'rcp' }
  if (!facts.scp) return { kind: 'no-allow', policyType: 'scp' }
  if (kind === 'unrestricted' && (type === 'user' || type === 'root'))
    return { kind: 'always-allowed' }
  const mustGrant = situation.strict || situation.crossAccount || isOutsideIam(situation)
  if (mustGrant && facts.grants.length === 0)
    return { kind: 'no-allow', policyType: situation.side }
  if (isOutsideIam(situation)) return grantedBy(situation.side)
  if (type === 'root')
    return situation.crossAccount ? grantedBy(situation.side) : { kind: 'allowed-as-root' }
  return decideForIamPrincipal(situation, facts)
}

/** Services, providers and unsigned callers are in no account: only the resource speaks. */
const isOutsideIam = ({ request }: Situation) =>
  !isIamPrincipal(request) && request.caller.type !== 'root'

function decideForIamPrincipal(situation: Situation, facts: Facts): Reason {
  const { side, crossAccount } = situation
  const { identity, boundary, session, grants } = facts
  if (identity.length > 0 && boundary && session) {
    if (grants.length === 0) return { kind: 'allowed-by-identity' }
    return side === 'trust'
      ? { kind: 'allowed-by-trust-and-identity' }
      : { kind: 'allowed-by-identity-and-resource' }
  }
  const alone = crossAccount ? undefined : standsAlone(grants, situation)
  if (alone && (boundary || !alone.needsBoundary) && (session || !alone.needsSession))
    return grantedBy(side)
  if (!alone && identity.length === 0) return { kind: 'no-allow', policyType: 'identity' }
  return { kind: 'no-allow', policyType: boundary ? 'session' : 'boundary' }
}

const grantedBy = (side: 'trust' | 'resource'): Reason =>
  side === 'trust' ? { kind: 'allowed-by-trust' } : { kind: 'allowed-by-resource' }

function explicitDeny(deny: Found, options: AuthorizeOptions | undefined): Reason {
  const arn = nameOfPolicy(deny, options?.names)?.arn
  return {
    kind: 'explicit-deny',
    policyType: deny.type,
    ...(arn === undefined ? {} : { arn }),
  }
}

function verdictOf(reason: Reason): Verdict {
  switch (reason.kind) {
    case 'explicit-deny':
      return 'ExplicitDeny'
    case 'no-allow':
    case 'root-cannot-assume':
    case 'no-such-resource':
      return 'ImplicitDeny'
    case 'always-allowed':
    case 'allowed-as-root':
    case 'allowed-by-identity':
    case 'allowed-by-identity-and-resource':
    case 'allowed-by-resource':
    case 'allowed-by-trust':
    case 'allowed-by-trust-and-identity':
      return 'Allow'
  }
}

/** The statements behind a reason: an implicit deny has none. */
function settledBy(reason: Reason, { denies, identity, grants }: Facts): Found[] {
  switch (reason.kind) {
    case 'explicit-deny':
      return denies
    case 'allowed-by-identity':
      return identity
    case 'allowed-by-identity-and-resource':
    case 'allowed-by-trust-and-identity':
      return [...identity, ...grants]
    case 'allowed-by-resource':
    case 'allowed-by-trust':
      return grants
    case 'always-allowed':
    case 'allowed-as-root':
    case 'no-allow':
    case 'root-cannot-assume':
    case 'no-such-resource':
      return []
  }
}

class Settled implements Decision {
  readonly verdict: Verdict
  readonly reason: Reason
  readonly decidedBy: StatementRef[]
  readonly request: AuthorizationRequest
  readonly #prepared: PreparedRequest
  readonly #policies: PolicySet
  readonly #options: AuthorizeOptions | undefined
  #trace: PolicyTrace[] | undefined
  #remedy: Remedy | null | undefined

  constructor(
    reason: Reason,
    request: AuthorizationRequest,
    prepared: PreparedRequest,
    policies: PolicySet,
    facts: Facts,
    options: AuthorizeOptions | undefined
  ) {
    this.verdict = verdictOf(reason)
    this.reason = reason
    this.decidedBy = settledBy(reason, facts).map((found) => refOf(found, options?.names))
    this.request = request
    this.#prepared = prepared
    this.#policies = policies
    this.#options = options
  }

  get trace(): PolicyTrace[] {
    return (this.#trace ??= tracePolicies(
      this.#policies,
      this.#prepared,
      this.#options?.names
    ))
  }

  get remedy(): Remedy | undefined {
    if (this.#remedy === undefined)
      this.#remedy = findRemedy(this, this.#policies, this.#options, authorize) ?? null
    return this.#remedy ?? undefined
  }
}
