/** What things are called in sentences. */
import { nameOf } from '../arn'
import type { Decision, PolicyRef, PolicyType, StatementTrace } from './decision'

/** AWS's names of the kinds of policy, as its messages have them. */
export const policyKinds = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  trust: 'role trust policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
} satisfies Record<PolicyType, string>

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const joinWords = (words: string[]): string =>
  words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`

export function callerName({ request }: Decision): string {
  const { type, arn = '', service = '' } = request.principal
  switch (type) {
    case 'root':
      return 'the root user'
    case 'user':
      return `user ${nameOf(arn)}`
    case 'role-session':
      return `role ${roleName(request.principal)}`
    case 'federated-user':
      return `federated user ${nameOf(arn)}`
    case 'service':
      return `the service ${service || arn}`
    case 'saml':
    case 'oidc':
      return `identity provider ${nameOf(arn || service)}`
    case 'anonymous':
      return 'an anonymous caller'
  }
}

const roleName = ({ role, arn = '' }: Decision['request']['principal']) =>
  role ? nameOf(role) : (arn.split('/')[1] ?? arn)

/** `the inline policy AssumeRoleS3`, `AmazonS3FullAccess`, or only the kind. */
export function policyName({ name, type, via }: PolicyRef): string {
  if (name === undefined)
    return type === 'identity' ? `an ${policyKinds[type]}` : kindName(type)
  if (type === 'resource' || type === 'trust') return kindName(type)
  if (via?.toLowerCase() === 'inline') return `the inline policy ${name}`
  return type === 'identity' ? `the policy ${name}` : `${kindName(type)} ${name}`
}

const kindName = (type: PolicyType) => `the ${policyKinds[type]}`

export const statementName = ({ policy, index, sid }: StatementTrace) =>
  `statement ${sid ?? index + 1} of ${policyName(policy)}`

/** `s3:GetObject on arn:…`, without a resource where the action has none worth naming. */
export function askedFor({ request }: Decision): string {
  const { arn } = request.resource
  return arn === '*' || arn === 'arn:aws:s3:::*' || arn.endsWith('/')
    ? request.action
    : `${request.action} on ${arn}`
}

export const roleAsked = ({ request }: Decision) => nameOf(request.resource.arn)
