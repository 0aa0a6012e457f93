/**
 * What a link to the create-role wizard can carry, under every name that the consoles since
 * 2021 have known it by.
 */
import type { Query } from '../path-builder'

import type { Parameters } from './parameters'
import { entityTypes, steps, type TrustedEntityType, type WizardStep } from './role-words'
import { wordOf } from './text'

/** Everything as it was given; whether it makes sense is for the form to say. */
export type RoleLink = {
  entityType?: TrustedEntityType
  /** Twelve digits, if the link is right. */
  account?: string
  /** The tile of 2021 was "Another AWS account", with or without an ID. */
  isAnotherAccount: boolean
  requiresExternalId: boolean
  externalId?: string
  requiresMfa: boolean
  service?: string
  useCase?: string
  provider?: string
  audience?: string
  organization?: string
  repository?: string
  branch?: string
  samlAccess?: 'programmatic' | 'console'
  attribute?: string
  value?: string
  trustPolicy?: string
  policies: string[]
  boundary?: string
  name?: string
  description?: string
  /** `team=red,owner=ann`, as it was given. */
  tags?: string
  step?: WizardStep
}

/** An account may also be given as the ARN of its root. */
const accountOf = (text: string | undefined) =>
  /^arn:[^:]*:iam::(\d{12}):/.exec(text ?? '')?.[1] ?? text

/** `EC2+EC2` is a service and its use case. */
const halves = (text: string | undefined) => (text ?? '').split(/[+\s]/)

function impliedType(link: Partial<RoleLink>): TrustedEntityType | undefined {
  if (link.account || link.externalId || link.requiresExternalId) return 'AWS_ACCOUNT'
  if (link.trustPolicy) return 'CUSTOM_TRUST_POLICY'
  if (link.provider?.includes(':saml-provider/')) return 'SAML_2_0_FEDERATION'
  if (link.provider || link.audience) return 'WEB_IDENTITY'
  return link.service ? 'AWS_SERVICE' : undefined
}

const samlAccess = (text: string | undefined): RoleLink['samlAccess'] => {
  const word = wordOf(text)
  if (!word) return undefined
  return word.includes('console') ? 'console' : 'programmatic'
}

export function readRoleLink(from: Parameters): RoleLink {
  const asked = wordOf(
    from.word('trustedEntityType', 'trustedEntity', 'entityType', 'roleType')
  )
  const [common, commonUseCase] = halves(from.word('commonUseCase'))
  const account = accountOf(
    from.word(
      'awsAccount',
      'accountId',
      'awsAccountId',
      'account',
      'trustedAccount',
      'trustedAccountId'
    )
  )
  const externalId = from.word('externalId', 'sts:ExternalId')
  const thirdParty = from.flag('isThirdParty', 'requireExternalId', 'thirdParty')
  const link = {
    account,
    externalId,
    requiresExternalId: thirdParty ?? externalId !== undefined,
    requiresMfa:
      from.flag(
        'requireMfa',
        'mfa',
        'isMfa',
        'mfaRequired',
        'isMfaRequired',
        'requiresMfa'
      ) ?? false,
    service:
      from.word('selectedService', 'service', 'serviceName') ?? (common || undefined),
    useCase:
      from.word('selectedUseCase', 'useCase') ?? (commonUseCase || common || undefined),
    provider: from.word(
      'identityProvider',
      'provider',
      'idp',
      'oidcProvider',
      'samlProvider',
      'providerArn'
    ),
    audience: from.word('audience', 'aud', 'clientId', 'appId', 'identityPoolId'),
    organization: from.word('githubOrganization', 'githubOrg', 'organization', 'org'),
    repository: from.word('githubRepository', 'githubRepo', 'repository', 'repo'),
    branch: from.word('githubBranch', 'branch'),
    samlAccess: samlAccess(from.word('samlAccess', 'accessType')),
    attribute: from.word('samlAttribute', 'attribute'),
    value: from.word('samlValue', 'value'),
    trustPolicy: from.text(
      'trustPolicy',
      'customTrustPolicy',
      'assumeRolePolicyDocument',
      'policyDocument'
    ),
    policies: from.words(
      'policies',
      'policyArns',
      'policyArn',
      'policy',
      'managedPolicies'
    ),
    boundary: from.word('permissionsBoundary', 'permissionsBoundaryArn', 'boundary'),
    name: from.word('roleName', 'name'),
    description: from.text('description', 'roleDescription'),
    tags: from.texts('tags', 'tag').join(',') || undefined,
    step: steps[wordOf(from.word('step'))],
  }
  const entityType = entityTypes[asked] ?? impliedType(link)
  return {
    ...link,
    entityType,
    isAnotherAccount:
      (account !== undefined && account !== '') ||
      ['crossaccount', 'anotherawsaccount', 'anotheraccount'].includes(asked) ||
      from.word('accountType') === 'another',
  }
}

const yes = (flag: boolean) => (flag ? 'true' : undefined)

/** The wizard's own parameters: `readRoleLink` reads the same out of them again. */
export const toRoleQuery = (link: RoleLink): Query => ({
  trustedEntityType: link.entityType,
  awsAccount: link.account,
  accountType: link.isAnotherAccount && !link.account ? 'another' : undefined,
  isThirdParty:
    link.externalId === undefined
      ? yes(link.requiresExternalId)
      : String(link.requiresExternalId),
  externalId: link.externalId,
  requireMfa: yes(link.requiresMfa),
  selectedService: link.service,
  selectedUseCase: link.useCase,
  identityProvider: link.provider,
  audience: link.audience,
  organization: link.organization,
  repository: link.repository,
  branch: link.branch,
  samlAccess: link.samlAccess,
  attribute: link.attribute,
  value: link.value,
  trustPolicy: link.trustPolicy,
  policies: link.policies.join(','),
  permissionsBoundary: link.boundary,
  roleName: link.name,
  description: link.description,
  tags: link.tags,
  step: link.step,
})
