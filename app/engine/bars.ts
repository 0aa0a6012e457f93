/**
 * What temporary credentials cannot call, whatever the policies say.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
import type { Service } from './api'
import { type Caller, invalidToken, isAssumedRoot } from './caller'
import { serviceError } from './errors'

/** STS operations by the kind of credentials; all of them where a kind is not named. */
const reachable = {
  user: new Set([
    'AssumeRole',
    'GetCallerIdentity',
    'GetScopedCredentials',
    'GetWebIdentityToken',
  ]),
  root: new Set(['AssumeRole', 'GetCallerIdentity', 'GetScopedCredentials']),
  'federated-user': new Set([
    'GetCallerIdentity',
    'GetScopedCredentials',
    'GetWebIdentityToken',
  ]),
} as const

/** These begin with long-term credentials alone. */
const longTermOnly = new Set(['GetSessionToken', 'GetFederationToken'])

const sessionCredentials = (name: string) =>
  serviceError('AccessDenied', `Cannot call ${name} with session credentials`)

/** Throws what the service says of a call that these credentials are not good for. */
export function refuseBarred(caller: Caller, service: Service, name: string) {
  const { kind, session } = caller
  if (!session) return
  if (service === 'sts' && longTermOnly.has(name)) throw sessionCredentials(name)
  // a sign-in to the console is not held back, and a role's session reaches everything else
  if (session.console || kind === 'role') return
  // its task policy alone says what a root session of an organization is for
  if (isAssumedRoot(caller)) return
  if (service === 'iam' && (kind === 'federated-user' || !session.mfa)) throw invalidToken()
  if (service !== 'sts' || isReachable(kind, name)) return
  throw sessionCredentials(name)
}

const isReachable = (kind: Caller['kind'], name: string) =>
  !(kind in reachable) || reachable[kind as keyof typeof reachable].has(name)
