import type { ServiceSpecificCredentialMetadata } from '@aws-sdk/client-iam'
import type { Kind } from './credential-question'

export type ServiceCredential = ServiceSpecificCredentialMetadata

/** Those with a password are known by their user name, API keys by their alias. */
export const serviceNameOf = (credential: ServiceCredential) =>
  credential.ServiceUserName ?? credential.ServiceCredentialAlias ?? ''

export const serviceKind = (UserName: string, one: string): Kind<ServiceCredential> => ({
  one,
  idOf: serviceNameOf,
  isActive: ({ Status }) => Status === 'Active',
  setStatus: ({ iam }, { ServiceSpecificCredentialId }, Status) =>
    iam.updateServiceSpecificCredential({ UserName, ServiceSpecificCredentialId, Status }),
  remove: ({ iam }, { ServiceSpecificCredentialId }) =>
    iam.deleteServiceSpecificCredential({ UserName, ServiceSpecificCredentialId }),
})
