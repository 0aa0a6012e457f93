import type { IamOperations } from '../api'
import { deferred, type ServiceTable } from '../kernel'
import { accessKeyOperations } from './access-keys'
import { accountOperations } from './account'
import { groupPolicyOperations } from './group-policies'
import { groupOperations } from './groups'
import { instanceProfileOperations } from './instance-profiles'
import { passwordOperations } from './passwords'
import { policyOperations } from './policies'
import { policyVersionOperations } from './policy-versions'
import { rolePolicyOperations } from './role-policies'
import { roleOperations } from './roles'
import { userPolicyOperations } from './user-policies'
import { userOperations } from './users'

/** Its reports name every service there is, so they wait for the names as well. */
async function lastAccessed() {
  const services = await import('../catalog/service-authorization')
  await services.loadServiceAuthorization()
  return (await import('./last-accessed')).lastAccessedOperations
}

async function organizationAccess() {
  const services = await import('../catalog/service-authorization')
  await services.loadServiceAuthorization()
  return (await import('./organization-access')).organizationAccessOperations
}

/** What no page begins with comes with its first call. */
const seldom = {
  ...deferred(
    () => import('./mfa-devices').then((module) => module.mfaDeviceOperations),
    [
      'CreateVirtualMFADevice',
      'EnableMFADevice',
      'DeactivateMFADevice',
      'DeleteVirtualMFADevice',
      'ResyncMFADevice',
      'ListVirtualMFADevices',
      'GetMFADevice',
      'TagMFADevice',
      'UntagMFADevice',
      'ListMFADeviceTags',
    ]
  ),
  ...deferred(
    () => import('./ssh-public-keys').then((module) => module.sshPublicKeyOperations),
    [
      'UploadSSHPublicKey',
      'GetSSHPublicKey',
      'ListSSHPublicKeys',
      'UpdateSSHPublicKey',
      'DeleteSSHPublicKey',
    ]
  ),
  ...deferred(
    () =>
      import('./signing-certificates').then(
        (module) => module.signingCertificateOperations
      ),
    [
      'UploadSigningCertificate',
      'ListSigningCertificates',
      'UpdateSigningCertificate',
      'DeleteSigningCertificate',
    ]
  ),
  ...deferred(
    () =>
      import('./server-certificates').then((module) => module.serverCertificateOperations),
    [
      'UploadServerCertificate',
      'GetServerCertificate',
      'ListServerCertificates',
      'UpdateServerCertificate',
      'DeleteServerCertificate',
      'TagServerCertificate',
      'UntagServerCertificate',
      'ListServerCertificateTags',
    ]
  ),
  ...deferred(
    () =>
      import('./service-credentials').then((module) => module.serviceCredentialOperations),
    [
      'CreateServiceSpecificCredential',
      'ListServiceSpecificCredentials',
      'UpdateServiceSpecificCredential',
      'ResetServiceSpecificCredential',
      'DeleteServiceSpecificCredential',
    ]
  ),
  ...deferred(
    () => import('./saml-providers').then((module) => module.samlProviderOperations),
    [
      'CreateSAMLProvider',
      'GetSAMLProvider',
      'UpdateSAMLProvider',
      'DeleteSAMLProvider',
      'TagSAMLProvider',
      'UntagSAMLProvider',
      'ListSAMLProviderTags',
    ]
  ),
  ...deferred(
    () => import('./oidc-providers').then((module) => module.oidcProviderOperations),
    [
      'CreateOpenIDConnectProvider',
      'GetOpenIDConnectProvider',
      'AddClientIDToOpenIDConnectProvider',
      'RemoveClientIDFromOpenIDConnectProvider',
      'UpdateOpenIDConnectProviderThumbprint',
      'DeleteOpenIDConnectProvider',
      'TagOpenIDConnectProvider',
      'UntagOpenIDConnectProvider',
      'ListOpenIDConnectProviderTags',
    ]
  ),
  ...deferred(
    () =>
      import('./service-linked-roles').then((module) => module.serviceLinkedRoleOperations),
    [
      'CreateServiceLinkedRole',
      'DeleteServiceLinkedRole',
      'GetServiceLinkedRoleDeletionStatus',
    ]
  ),
  ...deferred(
    () => import('./simulations').then((module) => module.simulationOperations),
    [
      'SimulateCustomPolicy',
      'SimulatePrincipalPolicy',
      'GetContextKeysForCustomPolicy',
      'GetContextKeysForPrincipalPolicy',
    ]
  ),
  ...deferred(lastAccessed, [
    'GenerateServiceLastAccessedDetails',
    'GetServiceLastAccessedDetails',
    'GetServiceLastAccessedDetailsWithEntities',
    'ListPoliciesGrantingServiceAccess',
  ]),
  ...deferred(
    () => import('./account-settings').then((module) => module.accountSettingOperations),
    [
      'UpdateAccountPasswordPolicy',
      'DeleteAccountPasswordPolicy',
      'SetSecurityTokenServicePreferences',
      'CreateAccountAlias',
      'DeleteAccountAlias',
    ]
  ),
  ...deferred(
    () =>
      import('./authorization-details').then(
        (module) => module.authorizationDetailOperations
      ),
    ['GetAccountAuthorizationDetails']
  ),
  ...deferred(
    () => import('./credential-report').then((module) => module.credentialReportOperations),
    ['GenerateCredentialReport', 'GetCredentialReport']
  ),
  ...deferred(
    () =>
      import('./organization-features').then(
        (module) => module.organizationFeatureOperations
      ),
    [
      'EnableOrganizationsRootCredentialsManagement',
      'EnableOrganizationsRootSessions',
      'DisableOrganizationsRootCredentialsManagement',
      'DisableOrganizationsRootSessions',
      'ListOrganizationsFeatures',
    ]
  ),
  ...deferred(organizationAccess, [
    'GenerateOrganizationsAccessReport',
    'GetOrganizationsAccessReport',
  ]),
  ...deferred(
    () => import('./account-properties').then((module) => module.accountPropertyOperations),
    ['GetAccountProperties', 'PutAccountProperties']
  ),
  ...deferred(
    () => import('./role-templates').then((module) => module.roleTemplateOperations),
    ['GetRoleTemplateVersion', 'AcquireRole']
  ),
  ...deferred(
    () => import('./delegation-requests').then((module) => module.delegationOperations),
    [
      'CreateDelegationRequest',
      'GetDelegationRequest',
      'ListDelegationRequests',
      'AssociateDelegationRequest',
      'UpdateDelegationRequest',
      'AcceptDelegationRequest',
      'RejectDelegationRequest',
      'SendDelegationToken',
      'GetHumanReadableSummary',
    ]
  ),
  ...deferred(
    () => import('./outbound-federation').then((module) => module.outboundOperations),
    [
      'EnableOutboundWebIdentityFederation',
      'DisableOutboundWebIdentityFederation',
      'GetOutboundWebIdentityFederationInfo',
    ]
  ),
}

export const iamOperations: ServiceTable<IamOperations> = {
  ...userOperations,
  ...userPolicyOperations,
  ...passwordOperations,
  ...accessKeyOperations,
  ...groupOperations,
  ...groupPolicyOperations,
  ...roleOperations,
  ...rolePolicyOperations,
  ...instanceProfileOperations,
  ...policyOperations,
  ...policyVersionOperations,
  ...accountOperations,
  ...seldom,
}
