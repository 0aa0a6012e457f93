/**
 * The vocabulary of a decision. Every outcome and every reason is a member of a closed union;
 * sentences are made from them in `explain.ts` and nowhere else.
 */
import type { PolicyDocument } from '../policy/document'
import type { Remedy } from './remedy'

export type PrincipalType =
  | 'root'
  | 'user'
  | 'role-session'
  | 'federated-user'
  | 'service'
  | 'saml'
  | 'oidc'
  | 'anonymous'

export type AuthorizationRequest = {
  principal: {
    type: PrincipalType
    /** The ARN that makes the call; a role session's is its `assumed-role` ARN. */
    arn?: string
    account?: string
    /** The ARN of the role behind a session, with its path. */
    role?: string
    /** The ARN of the user behind a federated user's session. */
    user?: string
    service?: string
  }
  /** `s3:GetObject`; case does not matter. */
  action: string
  /** `*` where the action has no resource. `account` is the owner, where the ARN does not say. */
  resource: { arn: string; account?: string }
  /** Condition keys; names are case-insensitive. */
  context?: Record<string, string | string[]>
  /** Asked by a simulation, where a context value that is no number differs from none. */
  simulated?: true
}

/** A document with a name by which the trace can speak of it. */
export type NamedPolicy = {
  document: PolicyDocument
  name?: string
  arn?: string
  via?: string
}

export type PolicySet = {
  identity: PolicyDocument[]
  resource?: PolicyDocument
  trust?: PolicyDocument
  boundary?: PolicyDocument[]
  session?: PolicyDocument[]
  /** One list for each level: root, each organizational unit, account. */
  scps?: PolicyDocument[][]
  rcps?: PolicyDocument[][]
}

export type PolicyType =
  'identity' | 'resource' | 'trust' | 'boundary' | 'session' | 'scp' | 'rcp'

export type Verdict = 'Allow' | 'ExplicitDeny' | 'ImplicitDeny'

/** What a policy is called where it is shown; the engine decides without it. */
export type PolicyName = {
  name: string
  arn?: string
  /** How it reached the caller: the group it is attached to, or `inline`. */
  via?: string
}

/** The names of a policy set, in the same places as its documents. */
export type PolicyNames = {
  identity?: PolicyName[]
  resource?: PolicyName
  trust?: PolicyName
  boundary?: PolicyName[]
  session?: PolicyName[]
  scps?: PolicyName[][]
  rcps?: PolicyName[][]
}

export type PolicyRef = Partial<PolicyName> & {
  type: PolicyType
  /** Place in its list. */
  index: number
  /** For SCPs and RCPs: 0 is the organization's root. */
  level?: number
}

export type StatementRef = {
  policy: PolicyRef
  index: number
  sid?: string
  effect: 'Allow' | 'Deny'
}

/** One of a statement's four facts: did it match, what it asks for, what the request had. */
export type Match = {
  matched: boolean
  element: string
  /** The element's patterns as written. */
  wanted: string[]
  got: string[]
  /** The pattern that matched; for a `Not` element, the one that excluded the request. */
  by?: string
}

/** One operator and key of a condition block. */
export type ConditionMatch = Match & { operator: string; key: string; why: ConditionReason }

export type ConditionReason =
  | 'satisfied'
  | 'key-missing'
  | 'value-differs'
  | 'missing-key-satisfies'
  | 'unknown-operator'
  | 'unresolved-variable'
  | 'bad-value'

/** One statement held against one request. The four facts stay apart. */
export type StatementTrace = StatementRef & {
  applies: boolean
  action: Match
  resource: Match
  /** Absent where the kind of policy has no principal. */
  principal?: Match
  conditions: ConditionMatch[]
}

export type PolicyTrace = {
  policy: PolicyRef
  document: PolicyDocument
  outcome: 'allows' | 'denies' | 'silent'
  statements: StatementTrace[]
}

/** Why a decision came out as it did. `policyType` is the one AWS's message would name. */
export type Reason =
  | { kind: 'allowed-by-identity' }
  | { kind: 'allowed-by-resource' }
  | { kind: 'allowed-by-identity-and-resource' }
  | { kind: 'allowed-by-trust' }
  | { kind: 'allowed-by-trust-and-identity' }
  | { kind: 'allowed-as-root' }
  /** `sts:GetCallerIdentity` cannot be denied. */
  | { kind: 'always-allowed' }
  | { kind: 'explicit-deny'; policyType: PolicyType; arn?: string }
  | { kind: 'no-allow'; policyType: PolicyType }
  /** A role cannot be assumed by root. */
  | { kind: 'root-cannot-assume' }
  /** There is no such role or account; the caller is never told. */
  | { kind: 'no-such-resource' }

export type Decision = {
  verdict: Verdict
  reason: Reason
  /** The statements that settled it: the denies, or the allows. Empty for an implicit deny. */
  decidedBy: StatementRef[]
  request: AuthorizationRequest
  /** Every policy looked at, every statement, which part matched. Made when first read. */
  readonly trace: PolicyTrace[]
  /** What would make it an Allow; absent where nothing is refused or no policy would help. */
  readonly remedy?: Remedy | undefined
}

export type AuthorizeOptions = {
  names?: PolicyNames
  rules?: { namedPrincipalSuffices: boolean }
}
