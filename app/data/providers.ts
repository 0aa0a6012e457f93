import { useQuery } from '@tanstack/react-query'
import { q, useCaller } from './client'

/** ARNs of the account's OpenID Connect providers. */
export const useOidcProviders = (enabled = true) =>
  useQuery({
    enabled,
    ...q(useCaller(), 'iam', 'ListOpenIDConnectProviders', {}),
    select: ({ OpenIDConnectProviderList = [] }) =>
      OpenIDConnectProviderList.flatMap(({ Arn }) => Arn ?? []),
  })

/** ARNs of the account's SAML providers. */
export const useSamlProviders = (enabled = true) =>
  useQuery({
    enabled,
    ...q(useCaller(), 'iam', 'ListSAMLProviders', {}),
    select: ({ SAMLProviderList = [] }) => SAMLProviderList.flatMap(({ Arn }) => Arn ?? []),
  })
