import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { type Caller, orNotFound, q, useCaller } from './client'

export const oidcProvidersQuery = (caller: Caller) =>
  q(caller, 'iam', 'ListOpenIDConnectProviders', {})

export const samlProvidersQuery = (caller: Caller) =>
  q(caller, 'iam', 'ListSAMLProviders', {})

/** ARNs of the account's OpenID Connect providers. */
export const useOidcProviders = (enabled = true) =>
  useQuery({
    enabled,
    ...oidcProvidersQuery(useCaller()),
    select: ({ OpenIDConnectProviderList = [] }) =>
      OpenIDConnectProviderList.flatMap(({ Arn }) => Arn ?? []),
  })

/** ARNs of the account's SAML providers. */
export const useSamlProviders = (enabled = true) =>
  useQuery({
    enabled,
    ...samlProvidersQuery(useCaller()),
    select: ({ SAMLProviderList = [] }) => SAMLProviderList.flatMap(({ Arn }) => Arn ?? []),
  })

export type ProviderType = 'SAML' | 'OpenID Connect'

export type Provider = { arn: string; name: string; type: ProviderType; created?: Date }

/** `example.com/tenant` of `…:oidc-provider/example.com/tenant`. */
export const providerName = (arn: string) => arn.slice(arn.indexOf('/') + 1)

export const providerType = (arn: string): ProviderType =>
  arn.includes(':saml-provider/') ? 'SAML' : 'OpenID Connect'

/**
 * Both kinds in one list. The list of OpenID Connect providers says when none of them was made, so
 * each is asked.
 */
async function allProviders({ iam }: AwsClient): Promise<Provider[]> {
  const [saml, oidc] = await Promise.all([
    iam.listSAMLProviders(),
    iam.listOpenIDConnectProviders(),
  ])
  const made = await Promise.all(
    (oidc.OpenIDConnectProviderList ?? []).map(async ({ Arn = '' }) => {
      const { CreateDate } = await iam.getOpenIDConnectProvider({
        OpenIDConnectProviderArn: Arn,
      })
      return { arn: Arn, created: CreateDate }
    })
  )
  const all = [
    ...(saml.SAMLProviderList ?? []).map(({ Arn = '', CreateDate }) => ({
      arn: Arn,
      created: CreateDate,
    })),
    ...made,
  ]
  return all.map(({ arn, created }) => ({
    arn,
    name: providerName(arn),
    type: providerType(arn),
    ...(created ? { created } : {}),
  }))
}

export const providersQuery = (caller: Caller) => ({
  queryKey: [caller.key, 'iam', 'identity providers'],
  queryFn: () => allProviders(caller.client()),
})

export const useProviders = () => useQuery(providersQuery(useCaller()))

export const useOidcProvider = (OpenIDConnectProviderArn: string) =>
  useQuery({
    ...q(useCaller(), 'iam', 'GetOpenIDConnectProvider', { OpenIDConnectProviderArn }),
    ...orNotFound,
  })

export const useSamlProvider = (SAMLProviderArn: string) =>
  useQuery({
    ...q(useCaller(), 'iam', 'GetSAMLProvider', { SAMLProviderArn }),
    ...orNotFound,
  })

export const deleteProvider = ({ iam }: AwsClient, arn: string): Promise<unknown> =>
  providerType(arn) === 'SAML'
    ? iam.deleteSAMLProvider({ SAMLProviderArn: arn })
    : iam.deleteOpenIDConnectProvider({ OpenIDConnectProviderArn: arn })
