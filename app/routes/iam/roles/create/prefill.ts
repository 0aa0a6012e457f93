/** A link to the wizard can carry what is to stand in it. */
import { blankForm, type EntityType, type RoleForm } from './role-form'
import { findService } from './service-use-cases'

const entityTypes: Record<string, EntityType> = {
  AWS_SERVICE: 'service',
  AWS_ACCOUNT: 'account',
  WEB_IDENTITY: 'web-identity',
  SAML: 'saml',
  SAML_2_0_FEDERATION: 'saml',
  CUSTOM_TRUST_POLICY: 'custom',
}

/** One ARN or several, separated by commas or given again and again, encoded once more or not. */
const policyArns = (search: URLSearchParams) =>
  search
    .getAll('policies')
    .flatMap((value) => decodeURIComponent(value).split(','))
    .filter((arn) => arn.startsWith('arn:'))

export function prefilled(search: URLSearchParams, own: string): RoleForm {
  const account = search.get('awsAccount') ?? ''
  const externalId = search.get('externalId') ?? ''
  const service = search.get('selectedService')?.toLowerCase() ?? ''
  const asked = entityTypes[search.get('trustedEntityType')?.toUpperCase() ?? '']
  const isAnother = account !== '' && account !== own
  return {
    trust: {
      ...blankForm.trust,
      entityType: asked ?? (account ? 'account' : 'service'),
      service: findService(service)
        ? { service, useCase: search.get('selectedUseCase')?.toLowerCase() ?? service }
        : blankForm.trust.service,
      account: {
        ...blankForm.trust.account,
        which: isAnother ? 'another' : 'this',
        accountId: isAnother ? account : '',
        requireExternalId: externalId !== '',
        externalId,
      },
    },
    permissions: {
      ...blankForm.permissions,
      policies: policyArns(search).map((Arn) => ({
        Arn,
        PolicyName: Arn.slice(Arn.lastIndexOf('/') + 1),
      })),
    },
    details: { ...blankForm.details, name: search.get('roleName') ?? '' },
  }
}
