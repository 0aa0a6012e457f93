/** A link to the wizard can carry what is to stand in it. */
import { readRoleLink, type RoleLink } from '~/lib/console-address/create-role'
import { readParameters } from '~/lib/console-address/parameters'
import type { WizardStep } from '~/lib/console-address/role-words'
import { readTags } from '~/lib/console-address/tags'
import { lastSegment, wordOf } from '~/lib/console-address/text'
import { blankForm, type EntityType, type RoleForm, type TrustForm } from './role-form'
import { findUseCase, namedService, namedUseCase } from './service-use-cases'
import { builtInProviders } from './trust-policy'

const entityTypes = {
  AWS_SERVICE: 'service',
  AWS_ACCOUNT: 'account',
  WEB_IDENTITY: 'web-identity',
  SAML_2_0_FEDERATION: 'saml',
  CUSTOM_TRUST_POLICY: 'custom',
} satisfies Record<NonNullable<RoleLink['entityType']>, EntityType>

const stepIndex: Record<WizardStep, Prefill['step']> = {
  type: 0,
  permissions: 1,
  review: 'last',
}

/** A policy by its ARN; the wizard says later whether there is one. */
const toPolicy = (Arn: string) => ({ Arn, PolicyName: lastSegment(Arn) })

function serviceOf({ service: asked = '', useCase }: RoleLink) {
  const service = namedService(asked)
  if (!service) return blankForm.trust.service
  return { service: service.id, useCase: namedUseCase(service, useCase)?.id ?? '' }
}

function accountOf(link: RoleLink, own: string): TrustForm['account'] {
  const isAnother = link.isAnotherAccount && link.account !== own
  return {
    which: isAnother ? 'another' : 'this',
    accountId: isAnother ? (link.account ?? '') : '',
    requireExternalId: link.requiresExternalId,
    externalId: link.externalId ?? '',
    requireMfa: link.requiresMfa,
  }
}

/** A provider may be given as its ARN, its host, or the name that the list shows. */
function webProvider(given: string, own: string) {
  const builtIn = builtInProviders.find(
    ({ host, label }) => host === given || wordOf(label) === wordOf(given)
  )
  if (!given || given.startsWith('arn:')) return given
  const host = given.replace(/^https:\/\//, '').replace(/\/$/, '')
  return builtIn?.host ?? `arn:aws:iam::${own}:oidc-provider/${host}`
}

const samlProvider = (given: string, own: string) =>
  !given || given.startsWith('arn:') ? given : `arn:aws:iam::${own}:saml-provider/${given}`

/** Indented like the text that the editor begins with; what is not JSON stays as it is. */
function trustText(text: string | undefined) {
  if (text === undefined) return blankForm.trust.custom.text
  try {
    return JSON.stringify(JSON.parse(text), null, '\t')
  } catch {
    return text
  }
}

function trustOf(link: RoleLink, own: string): TrustForm {
  const { provider = '', audience = '', organization = '', repository = '' } = link
  return {
    entityType: entityTypes[link.entityType ?? 'AWS_SERVICE'],
    service: serviceOf(link),
    account: accountOf(link, own),
    webIdentity: {
      provider: webProvider(provider, own),
      audience,
      organization,
      repository,
      branch: link.branch ?? '',
    },
    saml: {
      provider: samlProvider(provider, own),
      access: link.samlAccess ?? blankForm.trust.saml.access,
      attribute: link.attribute ?? blankForm.trust.saml.attribute,
      value: link.value ?? '',
    },
    custom: { text: trustText(link.trustPolicy) },
  }
}

/** What the link names and this wizard has no choice for. */
function notesOn(link: RoleLink, { entityType, service }: TrustForm): string[] {
  if (entityType !== 'service' || !link.service) return []
  if (!service.service) return [`There is no service or use case ${link.service} here.`]
  return service.useCase ? [] : [`${link.service} has no use case ${link.useCase} here.`]
}

export type Prefill = {
  form: RoleForm
  notes: string[]
  /** The step that is asked for. */
  step: 0 | 1 | 'last'
}

/** For a form in which the own account is typed as every other. */
export function withTypedAccount({ form, ...rest }: Prefill, own: string): Prefill {
  const { trust } = form
  const isOwn = trust.entityType === 'account' && trust.account.which === 'this'
  const accountId = isOwn ? own : trust.account.accountId
  const account = { ...trust.account, which: 'another' as const, accountId }
  return { ...rest, form: { ...form, trust: { ...trust, account } } }
}

/** `search` is the query of the address; `own` is the ID of the account the role is made in. */
export function prefilled(search: string, own: string): Prefill {
  const link = readRoleLink(readParameters(search))
  const trust = trustOf(link, own)
  const { entityType, service } = trust
  // a use case brings its description and its policies, unless the link has its own
  const useCase =
    entityType === 'service' ? findUseCase(service.service, service.useCase) : undefined
  const arns = link.policies.length > 0 ? link.policies : (useCase?.policies ?? [])
  const form: RoleForm = {
    trust,
    permissions: {
      policies: arns.map(toPolicy),
      boundary: link.boundary
        ? { use: true, policy: toPolicy(link.boundary) }
        : blankForm.permissions.boundary,
    },
    details: {
      name: link.name ?? '',
      description: link.description ?? useCase?.description ?? '',
      tags: link.tags ? readTags(link.tags) : [],
    },
  }
  return { form, notes: notesOn(link, trust), step: stepIndex[link.step ?? 'type'] }
}
