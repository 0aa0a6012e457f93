/** `console.aws.amazon.com/go/view?arn=…`: the page of whatever an ARN names. */
import { pb } from '../path-builder'

import { s3Address } from './s3'
import { lastSegment } from './text'

const byKind: Record<string, (name: string, arn: string) => string> = {
  role: (name) => pb.role(name),
  user: (name) => pb.user(name),
  group: (name) => pb.group(name),
  policy: (_, arn) => pb.policy(arn),
  mfa: (name) => pb.user(name, 'security_credentials'),
  'saml-provider': (_, arn) => pb.identityProvider(arn),
  'oidc-provider': (_, arn) => pb.identityProvider(arn),
}

export function addressOfArn(arn: string): string | undefined {
  const [prefix, , service, , , ...rest] = arn.split(':')
  const resource = rest.join(':')
  if (prefix !== 'arn' || !resource) return undefined
  if (service === 's3') return s3Address(`object/${resource}`, '', '')
  if (service === 'cloudtrail') return pb.events()
  const [kind = '', ...names] = resource.split('/')
  const isOfIam = service === 'iam' || service === 'sts'
  if (isOfIam && resource === 'root') return pb.iam()
  if (service === 'sts' && kind === 'assumed-role') return pb.role(names[0] ?? '')
  const name = lastSegment(names.join('/'))
  return isOfIam && name ? byKind[kind]?.(name, arn) : undefined
}
