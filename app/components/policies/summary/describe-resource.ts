const partNames: Record<string, string> = {
  user: 'UserName',
  role: 'RoleName',
  group: 'GroupName',
  policy: 'PolicyName',
  'instance-profile': 'InstanceProfileName',
  mfa: 'MfaDeviceName',
}

/**
 * Services of the ARNs an action can be about, where they are known.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const resourceServices: Record<string, readonly string[]> = {
  iam: ['iam'],
  sts: ['iam', 'sts'],
  s3: ['s3'],
}

const arnParts = (text: string) => {
  const [arn, , service = '', , , ...rest] = text.split(':')
  return arn === 'arn' && rest.length > 0
    ? { service, resource: rest.join(':') }
    : undefined
}

export const serviceOfArn = (arn: string) => {
  const service = arnParts(arn)?.service
  return service && !/[*?]/.test(service) ? service : undefined
}

/** Whether a resource can be meant by actions of a service; in doubt it can. */
export function appliesTo(service: string, resource: string) {
  const taken = resourceServices[service]
  const of = serviceOfArn(resource)
  return !taken || !of || taken.includes(of)
}

const phrase = (part: string, value: string) =>
  `${part} | string like | ${value === '*' ? 'All' : value}`

function describeOne(resource: string) {
  const arn = arnParts(resource)
  if (arn?.service === 's3') {
    const [bucket = '', ...path] = arn.resource.split('/')
    const named = phrase('BucketName', bucket)
    return path.length === 0
      ? named
      : `${named}, ${phrase('ObjectPath', path.join('/') || '*')}`
  }
  const [type = '', ...rest] = arn?.service === 'iam' ? arn.resource.split('/') : []
  const part = partNames[type]
  return part && rest.length > 0 ? phrase(part, rest.join('/')) : resource
}

/** `All resources`, a phrase for one resource, `Multiple`. */
export function describeResources(resources: string[]) {
  const [first] = resources
  if (first === undefined) return '-'
  if (resources.includes('*')) return 'All resources'
  return resources.length > 1 ? 'Multiple' : describeOne(first)
}
