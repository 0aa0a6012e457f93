import { useParams, useSearchParams } from 'react-router'

import { invariant } from './invariant'

/** A parameter of the route; one that is missing is a mistake in the route tree. */
function useParam(name: string): string {
  const value = useParams()[name]
  invariant(value, `the route has no parameter ${name}`)
  return value
}

export const useRoleName = () => useParam('roleName')
export const useUserName = () => useParam('userName')
export const useGroupName = () => useParam('groupName')
export const useProviderArn = () => useParam('providerArn')
export const usePolicyName = () => useParam('policyName')
export const usePolicyArn = () => useParam('policyArn')
export const useAnalyzerName = () => useParam('analyzerName')
export const useFindingId = () => useParam('findingId')
export const usePolicyId = () => useParam('policyId')
export const useRequestId = () => useParam('requestId')
export const useBucketName = () => useParam('bucket')

/** The tab of a page, kept in the address; an unknown one is the first. */
export function useSection<S extends string>(
  sections: readonly [S, ...S[]],
  parameter = 'section'
): [S, (section: S) => void] {
  const [search, setSearch] = useSearchParams()
  const asked = search.get(parameter)
  const section = sections.find((known) => known === asked) ?? sections[0]
  const setSection = (next: S) =>
    setSearch(
      (old) => {
        old.set(parameter, next)
        return old
      },
      { replace: true, preventScrollReset: true }
    )
  return [section, setSection]
}
