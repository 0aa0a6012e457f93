import type { Shelf } from './shelf'

/**
 * The world: one plain JSON value that holds everything the engine knows. Times are ISO 8601
 * in UTC, documents are the text as it was sent, lists that AWS returns by name are records
 * keyed by name, or shelves of such records where there may be thousands. Nothing here is ever
 * `undefined` on purpose: a missing key is a missing thing.
 */
export type World = {
  schema: 'understudy.world/v1'
  rules: Rules
  /** Every id is made from the seed and the number of ids made before it. */
  seed: number
  sequence: number
  organization?: Organization
  accounts: Record<string, Account>
  /** Sessions by access key ID: console sign-ins and assumed roles. */
  sessions: Record<string, Session>
  /** Unique ID to ARN, for every living user and role: trust policies keep the ID. */
  principals: Shelf<string>
  /** What partners of AWS have asked accounts for, by ID. */
  delegationRequests?: Record<string, DelegationRequest>
  /** Newest last, as CloudTrail would record them. */
  events: ApiEvent[]
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_DelegationRequest.html */
export type DelegationRequest = {
  id: string
  /** The account that it was made for, or that has taken it up. */
  account?: string
  /** ARN of who has taken it up. */
  owner?: string
  approver?: string
  state:
    | 'UNASSIGNED'
    | 'ASSIGNED'
    | 'PENDING_APPROVAL'
    | 'ACCEPTED'
    | 'REJECTED'
    | 'FINALIZED'
    | 'EXPIRED'
  description: string
  message?: string
  requestor: string
  requestorName?: string
  /** Text of the policy that is asked for. */
  policy: string
  policyTemplate?: string
  onlySendByOwner?: boolean
  redirectUrl?: string
  /** Seconds. */
  sessionDuration: number
  notes?: string
  rejection?: string
  created: string
  updated: string
  expires: string
}

export type Rules = {
  /**
   * AWS's behaviour is `true`: in one account, a trust policy that names the user is enough to
   * assume the role. `false` asks for an identity-based Allow as well, as some courses teach.
   * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
   */
  namedPrincipalSuffices: boolean
  /** How late a change of IAM is felt; at once where it is absent. */
  consistency?: Consistency
  /** Calls that are denied for a test's or a lesson's sake, as by a service control policy. */
  denials?: Denial[]
  /** The longest that a session opened from now on may last, in milliseconds. */
  longestSession?: number
}

/**
 * IAM answers with what was written last, and enforces it some seconds later.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
 */
export type Consistency = {
  /** Milliseconds until a change has a say in decisions. */
  enforce: number
  /** Milliseconds until a new user or role can be named as a principal. */
  principals: number
}

export type Denial = {
  /** Action patterns, as in a policy. */
  actions: string[]
  /** ARN patterns of users and roles; everybody where it is absent. */
  principals?: string[]
}

export type Organization = {
  id: string
  managementAccount: string
  /** From the root down; an account belongs to the last unit of its path. */
  accounts: Record<string, { path: string[] }>
  /** By target: `root`, a unit's id or an account's id. */
  scps: Record<string, OrganizationPolicy[]>
  rcps: Record<string, OrganizationPolicy[]>
  /** All features, where it is left out. */
  featureSet?: 'ALL' | 'CONSOLIDATED_BILLING'
  /** Services with trusted access, by principal: `iam.amazonaws.com`. */
  trustedServices?: string[]
  /** Accounts that administer a service for all others, by the service's principal. */
  delegatedAdministrators?: Record<string, string[]>
  /** What the organization does centrally for the root users of its members. */
  rootFeatures?: RootFeature[]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html */
export type RootFeature = 'RootCredentialsManagement' | 'RootSessions'

export type OrganizationPolicy = { arn: string; name: string; document: string }

export type Tag = { Key: string; Value: string }

export type Account = {
  id: string
  name: string
  email: string
  rootPassword?: string
  rootMfaDevices?: MfaDevice[]
  rootAccessKeys?: AccessKey[]
  rootPasswordLastUsed?: string
  /** When root got its password, where that was after the account began. */
  rootPasswordSet?: string
  created?: string
  alias?: string
  users: Shelf<User>
  groups: Record<string, Group>
  roles: Shelf<Role>
  /** Customer managed policies, by ARN. */
  policies: Record<string, ManagedPolicy>
  instanceProfiles: Record<string, InstanceProfile>
  samlProviders: Record<string, SamlProvider>
  oidcProviders: Record<string, OidcProvider>
  passwordPolicy?: PasswordPolicy
  buckets: Record<string, Bucket>
  /** Virtual devices that are nobody's yet, by serial number. */
  virtualMfaDevices?: Record<string, MfaDevice>
  serverCertificates?: Record<string, ServerCertificate>
  credentialReport?: { generated: string; content: string }
  /** Reports on last use that have been asked for, by job ID. */
  accessJobs?: Record<string, AccessJob>
  /** Service-linked roles that have been deleted: role names by task. */
  deletionTasks?: Record<string, string>
  /** Quotas that AWS has raised, by the names that its messages give them. */
  quotas?: Record<string, number>
  /** Reports on an organization's use of services, by job ID. */
  organizationJobs?: Record<string, OrganizationJob>
  /** Set by `PutAccountProperties`. */
  roleManager?: boolean
  /** IAM Access Analyzer's, by name. */
  analyzers?: Record<string, Analyzer>
  /** Whether STS gives out tokens for others to trust, and under which issuer. */
  outboundFederation?: { issuer: string; enabled: boolean }
  /** Tokens of STS's global endpoint: good in all Regions from version 2 on. */
  globalEndpointTokenVersion?: 1 | 2
}

export type AnalyzerType =
  'ACCOUNT' | 'ORGANIZATION' | 'ACCOUNT_UNUSED_ACCESS' | 'ORGANIZATION_UNUSED_ACCESS'

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_AnalyzerSummary.html */
export type Analyzer = {
  name: string
  type: AnalyzerType
  created: string
  /** Days without use after which access counts as unused. */
  age?: number
  tags?: Record<string, string>
  rules: Record<string, ArchiveRule>
  /** What has been found, by ID, as of the last look. */
  findings: Record<string, AnalyzerFinding>
}

export type ArchiveRule = {
  name: string
  filter: Record<string, FindingCriterion>
  created: string
  updated: string
}

export type FindingCriterion = {
  eq?: string[]
  neq?: string[]
  contains?: string[]
  exists?: boolean
}

export type AnalyzerFinding = {
  id: string
  type:
    | 'ExternalAccess'
    | 'UnusedIAMRole'
    | 'UnusedIAMUserAccessKey'
    | 'UnusedIAMUserPassword'
    | 'UnusedPermission'
  resource: string
  resourceType: 'AWS::IAM::Role' | 'AWS::IAM::User' | 'AWS::S3::Bucket'
  owner: string
  status: 'ACTIVE' | 'ARCHIVED' | 'RESOLVED'
  created: string
  updated: string
  external?: {
    principal: Record<string, string>
    actions: string[]
    condition: Record<string, string>
    isPublic: boolean
  }
  accessKeyId?: string
  lastAccessed?: string
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html */
export type AccessJob = {
  arn: string
  type: 'SERVICE_LEVEL' | 'ACTION_LEVEL'
  created: string
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateOrganizationsAccessReport.html */
export type OrganizationJob = { path: string; policy?: string; created: string }

/** The last try to use something, allowed or not; kept to the hour. */
export type Access = { date: string; region: string }

/** By service namespace, and within it by action. */
export type Accessed = Record<string, Access & { actions: Record<string, Access> }>

/** What users, groups and roles have in common: policies that can be put on them. */
export type PolicyHolder = {
  name: string
  path: string
  id: string
  created: string
  /** Inline policies by name, as text. */
  inline: Record<string, string>
  /** ARNs of attached managed policies, in the order of attachment. */
  attached: string[]
}

export type User = PolicyHolder & {
  groups: string[]
  tags: Tag[]
  boundary?: string
  loginProfile?: LoginProfile
  passwordLastUsed?: string
  accessKeys: AccessKey[]
  mfaDevices: MfaDevice[]
  sshPublicKeys?: SshPublicKey[]
  signingCertificates?: SigningCertificate[]
  serviceCredentials?: ServiceCredential[]
  accessed?: Accessed
}

export type LoginProfile = {
  password: string
  created: string
  resetRequired: boolean
  /** When the password was set last, where that was after the profile was made. */
  changed?: string
  /** Passwords before this one, newest first. */
  previous?: string[]
}

export type SshPublicKey = {
  id: string
  body: string
  fingerprint: string
  status: 'Active' | 'Inactive'
  uploaded: string
}

export type SigningCertificate = {
  id: string
  body: string
  status: 'Active' | 'Inactive'
  uploaded: string
}

export type ServiceCredential = {
  id: string
  service: string
  /** What the service knows its holder by. */
  userName: string
  secret: string
  status: 'Active' | 'Inactive'
  created: string
  expires?: string
}

export type Group = PolicyHolder

export type Role = PolicyHolder & {
  /** Principals are kept by unique ID, see `operations/trust.ts`. */
  trustPolicy: string
  description?: string
  /** Seconds. */
  maxSessionDuration: number
  tags: Tag[]
  boundary?: string
  lastUsed?: { date: string; region: string }
  accessed?: Accessed
  /** What `AcquireRole` made it from. */
  template?: { arn: string; minorVersion: number; values: Record<string, string> }
}

export type AccessKey = {
  id: string
  secret: string
  status: 'Active' | 'Inactive'
  created: string
  lastUsed?: { date: string; region: string; service: string }
}

export type MfaDevice = {
  /** The ARN, for a virtual device. */
  serial: string
  /** Base32, as an authenticator app takes it. */
  seed: string
  created: string
  tags: Tag[]
  /** When it was put on its owner; absent while it is nobody's. */
  enabled?: string
  /** The step of the last code that was taken: a code is good once. */
  lastStep?: number
}

export type ManagedPolicy = {
  name: string
  path: string
  id: string
  created: string
  updated: string
  description?: string
  tags: Tag[]
  defaultVersion: string
  versions: Record<string, { document: string; created: string }>
  /** Version numbers are never used twice. */
  lastVersion: number
}

export type InstanceProfile = {
  name: string
  path: string
  id: string
  created: string
  roles: string[]
  tags?: Tag[]
}

export type SamlProvider = {
  name: string
  created: string
  metadata: string
  uuid?: string
  tags?: Tag[]
  encryption?: 'Required' | 'Allowed'
  privateKeys?: { id: string; created: string }[]
}

export type OidcProvider = {
  url: string
  created: string
  clientIds: string[]
  thumbprints: string[]
  tags?: Tag[]
}

export type ServerCertificate = {
  name: string
  path: string
  id: string
  uploaded: string
  expires: string
  body: string
  chain?: string
  tags: Tag[]
}

export type PasswordPolicy = {
  minimumLength: number
  requireSymbols: boolean
  requireNumbers: boolean
  requireUppercase: boolean
  requireLowercase: boolean
  allowChange: boolean
  /** Days. */
  maxAge?: number
  reusePrevention?: number
  hardExpiry?: boolean
}

export type Bucket = {
  name: string
  region: string
  created: string
  policy?: string
  tags: Tag[]
  objects: Record<string, StoredObject>
}

export type StoredObject = {
  /** Base64. */
  body: string
  /** Bytes. */
  size: number
  contentType: string
  /** What its owner says of it, by lower-case names. */
  metadata?: Record<string, string>
  modified: string
  etag: string
}

/** Long-term keys and sessions look alike to a client; only a session has a token. */
export type Credentials = {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
  /** ISO time; absent on long-term keys. */
  expiration?: string
}

export type Session = {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  account: string
  issued: string
  expires: string
  mfa: boolean
  /** When the MFA code was given, where that was before the session began. */
  mfaTime?: string
  /** Policies that `GetScopedCredentials` has put on it, one upon the other. */
  scopes?: string[]
  /** Made by the console's sign-in page rather than by an API call. */
  console: boolean
  identity:
    | { type: 'root' }
    /** Root of a member account, taken up by its organization for one task. */
    | {
        type: 'root'
        assumed: true
        sourceIdentity?: string
        policies: string[]
        policyArns: string[]
      }
    | { type: 'user'; userId: string }
    | {
        type: 'federated-user'
        name: string
        /** Whose permissions it shares; the root user's where it is absent. */
        userId?: string
        tags: Tag[]
        policies: string[]
        policyArns?: string[]
      }
    | {
        type: 'role'
        roleId: string
        roleName: string
        sessionName: string
        /** Assumed with the credentials of another role: such a session lasts an hour at most. */
        chained: boolean
        sourceIdentity?: string
        tags: Tag[]
        transitiveTagKeys: string[]
        /** Session policies as text; inline and managed alike. */
        policies: string[]
        /** ARNs of those that are managed, which come last. */
        policyArns?: string[]
        /** The OpenID Connect provider that vouched for the session. */
        federatedProvider?: string
        /** Condition keys that stay with the session: what its token or assertion said. */
        context?: Record<string, string | string[]>
      }
}

/** One record of the event history, in CloudTrail's words. */
export type ApiEvent = {
  eventID: string
  eventTime: string
  eventSource: string
  eventName: string
  awsRegion: string
  recipientAccountId: string
  userIdentity: {
    type: string
    principalId?: string
    arn?: string
    accountId?: string
    userName?: string
    /** The ARN of the role behind a session, or of the user behind a federated one. */
    sessionIssuer?: string
    /** Who vouched for a caller without credentials. */
    identityProvider?: string
    /** Of a root user whose session an organization has opened. */
    assumedRoot?: 'true'
  }
  readOnly: boolean
  requestParameters: unknown
  responseElements?: unknown
  additionalEventData?: unknown
  errorCode?: string
  errorMessage?: string
  /** The same in both accounts of a cross-account call. */
  sharedEventID?: string
}
