import type { AuthorizationRequest, PrincipalType } from '../evaluate/decision'

/** Who calls, with what can be read off the ARNs filled in. */
export type Caller = {
  type: PrincipalType
  arn: string
  account: string
  /** The ARN of the role behind a session, else empty. */
  role: string
  /** The ARN of the user behind a federated user, else empty. */
  user: string
  service: string
}

/** A request made ready to be held against many statements. */
export type PreparedRequest = {
  /** As the caller spelt it, and lower-cased. */
  action: string
  actionName: string
  arn: string
  /** The six fields of `arn`, split when first needed; empty if it is not an ARN. */
  fields: string[] | undefined
  resourceAccount: string
  caller: Caller
  context: Record<string, unknown>
  /** Values of condition keys once they were found, by the number of the key. */
  values: (string | string[] | null | undefined)[] | undefined
  /** The caller has a permissions boundary. */
  bounded: boolean
  simulated: boolean
}

const nothing: Record<string, unknown> = Object.freeze({})

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export function prepare(
  request: AuthorizationRequest,
  actionName: string,
  bounded: boolean
): PreparedRequest {
  const { principal, resource } = request
  const arn = text(principal?.arn)
  const resourceArn = resourceFor(actionName, text(resource?.arn))
  return {
    action: request.action,
    actionName,
    arn: resourceArn,
    fields: undefined,
    resourceAccount: text(resource?.account) || accountIn(resourceArn),
    caller: {
      type: principal?.type ?? 'anonymous',
      arn,
      account: text(principal?.account) || accountIn(arn),
      role:
        principal?.type === 'role-session' ? text(principal.role) || roleBehind(arn) : '',
      user: principal?.type === 'federated-user' ? text(principal.user) : '',
      service: text(principal?.service),
    },
    context: request.context ?? nothing,
    values: undefined,
    bounded,
    simulated: request.simulated === true,
  }
}

/**
 * Listing buckets has no bucket to name; S3 authorises it on all of them, so that a policy on
 * `arn:aws:s3:::*` covers it and one on a single bucket does not.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 */
const resourceFor = (actionName: string, arn: string) =>
  arn === '*' && actionName === 's3:listallmybuckets' ? 'arn:aws:s3:::*' : arn

/** The account field when it is an account ID: AWS's own policies have `aws` there. */
export function accountIn(arn: string): string {
  let colons = 0
  let start = 0
  for (let at = 0; at < arn.length; at++) {
    if (arn.charCodeAt(at) !== colon || ++colons < 4) continue
    if (colons === 4) start = at + 1
    else return at - start === 12 ? arn.slice(start, at) : ''
  }
  return ''
}

const colon = 58

/**
 * A session's ARN leaves out the role's path, so this is right only for roles directly
 * under `/`; callers who know better say so in `principal.role`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
function roleBehind(sessionArn: string): string {
  const fields = splitFields(sessionArn)
  const [kind, name] = (fields[5] ?? '').split('/')
  if (kind !== 'assumed-role' || !name) return ''
  return `arn:${fields[1]}:iam::${fields[4]}:role/${name}`
}

/** The six fields of an ARN, or nothing: the last one keeps its colons. */
export function splitFields(arn: string): string[] {
  const fields: string[] = []
  let start = 0
  while (fields.length < 5) {
    const end = arn.indexOf(':', start)
    if (end === -1) return []
    fields.push(arn.slice(start, end))
    start = end + 1
  }
  fields.push(arn.slice(start))
  return fields
}

export const fieldsOf = (request: PreparedRequest) =>
  (request.fields ??= splitFields(request.arn))
