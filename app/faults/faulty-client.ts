/** A client whose calls meet faults on their way. */
import type { AwsClient, Service } from '~/engine/api'
import type { Injector } from './injector'

type Method = (input?: object) => Promise<unknown>

const prefixes = {
  iam: 'iam',
  sts: 'sts',
  s3: 's3',
  cloudTrail: 'cloudtrail',
  organizations: 'organizations',
  accessAnalyzer: 'access-analyzer',
} satisfies Record<Service, string>

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** `by` is the caller's ARN, where it is known. */
export function withFaults(client: AwsClient, injector: Injector, by?: string): AwsClient {
  const wrapped = Object.entries(prefixes).map(([service, prefix]) => {
    // every method takes one input and promises one answer, which is all that matters here
    const methods = client[service as Service] as unknown as Record<string, Method>
    const entries = Object.entries(methods).map(([name, method]) => {
      const operation = `${prefix}:${capital(name)}`
      return [
        name,
        async (input?: object) => {
          const passed = await injector.pass({ operation, ...(by ? { by } : {}) })
          const answer = await method(input)
          passed()
          return answer
        },
      ]
    })
    return [service, Object.fromEntries(entries)]
  })
  // made from the client's own methods, each under its own name
  return Object.fromEntries(wrapped) as AwsClient
}
