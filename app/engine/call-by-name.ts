/** Calls for those who know an operation by its name alone: tests, scripts, other programs. */
import type { AwsClient } from './api'

const services = {
  iam: 'iam',
  sts: 'sts',
  s3: 's3',
  cloudtrail: 'cloudTrail',
  organizations: 'organizations',
  'access-analyzer': 'accessAnalyzer',
} as const

type Methods = Partial<Record<string, (input: object) => Promise<unknown>>>

/** `iam:CreateRole`; rejects as the client's method does, or when there is no such operation. */
export async function callByName(
  client: AwsClient,
  operation: string,
  input: object = {}
): Promise<unknown> {
  const [prefix = '', name = ''] = operation.split(':')
  const service = Object.entries(services).find(
    ([key]) => key === prefix.toLowerCase()
  )?.[1]
  // whoever calls names the operation by text; what is not there is said below
  const methods = (service ? client[service] : {}) as Methods
  const methodName = name.charAt(0).toLowerCase() + name.slice(1)
  const method = Object.hasOwn(methods, methodName) ? methods[methodName] : undefined
  if (!method) throw new Error(`there is no operation ${operation}`)
  return method(input)
}
