import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { track } from '~/lib/idle'
import { q, useCaller } from './client'

/**
 * Two calls, as the service has them: one that has the report made, one that reads it, page by
 * page.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 */
async function lastAccessed({ iam }: AwsClient, Arn: string) {
  const { JobId } = await iam.generateServiceLastAccessedDetails({ Arn })
  const services = []
  for (let Marker: string | undefined; ;) {
    const page = await iam.getServiceLastAccessedDetails({
      JobId,
      MaxItems: 1000,
      ...(Marker ? { Marker } : {}),
    })
    services.push(...(page.ServicesLastAccessed ?? []))
    if (!page.IsTruncated) return services
    Marker = page.Marker
  }
}

/** Every service that the entity's policies allow, with its last use. */
export function useLastAccessed(arn: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'iam', 'last accessed', arn],
    queryFn: () => track(lastAccessed(caller.client(), arn)),
  })
}

export const useGrantingPolicies = (Arn: string, namespace: string) =>
  useQuery({
    ...q(useCaller(), 'iam', 'ListPoliciesGrantingServiceAccess', {
      Arn,
      ServiceNamespaces: [namespace],
    }),
    select: (page) => page.PoliciesGrantingServiceAccess?.[0]?.Policies ?? [],
  })
