import { useMemo } from 'react'
import {
  keepKnown,
  keepKnownBoundary,
  useLinkedPolicies,
} from '~/components/policies/linked-policies'
import { useOidcProviders, useSamlProviders } from '~/data/providers'
import { lastSegment } from '~/lib/console-address/text'
import type { RoleForm, TrustForm } from './role-form'
import { builtInProviders, hostOf } from './trust-policy'

/** The provider that a link chose, if the account turns out to have none like it. */
function useMissingProvider({ entityType, webIdentity, saml }: TrustForm) {
  const web = entityType === 'web-identity' ? webIdentity.provider : ''
  const directory = entityType === 'saml' ? saml.provider : ''
  const isBuiltIn = builtInProviders.some(({ host }) => host === web)
  const oidc = useOidcProviders(web !== '' && !isBuiltIn)
  const samls = useSamlProviders(directory !== '')
  if (web && !isBuiltIn && oidc.data?.includes(web) === false) return web
  return directory && samls.data?.includes(directory) === false ? directory : undefined
}

const withoutProvider = (trust: TrustForm, missing: string): TrustForm => ({
  ...trust,
  webIdentity: {
    ...trust.webIdentity,
    ...(trust.webIdentity.provider === missing ? { provider: '' } : {}),
  },
  saml: { ...trust.saml, ...(trust.saml.provider === missing ? { provider: '' } : {}) },
})

const nameOf = (provider: string) =>
  provider.includes(':saml-provider/') ? lastSegment(provider) : hostOf(provider)

/**
 * The form without what the link chose and the account has not, and a sentence for each of
 * those. `start` is the form as the link filled it in.
 */
export function useLinked(form: RoleForm, start: RoleForm) {
  const linked = useLinkedPolicies(start.permissions)
  const provider = useMissingProvider(start.trust)
  const known = useMemo(
    () => ({
      ...form,
      trust: provider ? withoutProvider(form.trust, provider) : form.trust,
      permissions: {
        policies: keepKnown(form.permissions.policies, linked),
        boundary: keepKnownBoundary(form.permissions.boundary, linked),
      },
    }),
    [form, linked, provider]
  )
  const notes = provider
    ? [`This account has no identity provider ${nameOf(provider)}.`, ...linked.notes]
    : linked.notes
  return { form: known, notes }
}
