/** The trusted entities of a role, in the words of the roles list. */
import { parseArn } from '~/engine/arn'
import { type PolicyDocument, toList } from '~/engine/policy/document'

function describeAws(value: string) {
  const arn = parseArn(value)
  if (value === '*') return 'Everyone'
  return arn?.resource === 'root' ? `Account: ${arn.account}` : value
}

function describeFederated(value: string) {
  const arn = parseArn(value)
  const host = arn?.resource.startsWith('oidc-provider/')
    ? arn.resource.slice('oidc-provider/'.length)
    : value
  return `Identity Provider: ${host}`
}

function describeService(value: string, isServiceLinked: boolean) {
  const name = value.replace(/\.amazonaws\.com(?:\.cn)?$/, '')
  return `AWS Service: ${name}${isServiceLinked ? ' (Service-Linked Role)' : ''}`
}

export function trustedEntities(
  document: PolicyDocument | undefined,
  path = '/'
): string[] {
  const isServiceLinked = path.startsWith('/aws-service-role/')
  const found = toList(document?.Statement)
    .filter((statement) => statement.Effect === 'Allow')
    .flatMap(({ Principal }) => {
      if (Principal === undefined) return []
      if (typeof Principal === 'string') return ['Everyone']
      return [
        ...toList(Principal.Service).map((value) =>
          describeService(value, isServiceLinked)
        ),
        ...toList(Principal.AWS).map(describeAws),
        ...toList(Principal.Federated).map(describeFederated),
      ]
    })
  return [...new Set(found)]
}

/** One line for a list: the first, and how many more. */
export function summarizeEntities(entities: string[]) {
  const [first = '-', ...more] = entities
  return more.length > 0 ? `${first} and ${more.length} more` : first
}

/** Somebody of AWS's own kind is trusted, so the console's Switch Role can be used. */
export const trustsAwsPrincipals = (document: PolicyDocument | undefined) =>
  toList(document?.Statement).some(
    ({ Effect, Principal }) =>
      Effect === 'Allow' &&
      typeof Principal === 'object' &&
      toList(Principal.AWS).length > 0
  )
