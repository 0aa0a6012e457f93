/**
 * Actions of the services whose pages are here, by access level. Other services are known by
 * their prefix alone.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
import { matchesGlob, parseGlob } from '../match/wildcard'
import { servicePrefixes } from './generated/service-prefixes'

export const accessLevels = [
  'List',
  'Read',
  'Tagging',
  'Write',
  'Permissions management',
] as const

export type AccessLevel = (typeof accessLevels)[number]

const catalog: Record<string, Partial<Record<AccessLevel, string>>> = {
  iam: {
    List: `
      GetAccountSummary GetLoginProfile ListAccessKeys ListAccountAliases
      ListAttachedGroupPolicies ListAttachedRolePolicies ListAttachedUserPolicies
      ListCloudFrontPublicKeys ListDelegationRequests ListEntitiesForPolicy
      ListGroupPolicies ListGroups ListGroupsForUser ListInstanceProfileTags
      ListInstanceProfiles ListInstanceProfilesForRole ListMFADeviceTags
      ListMFADevices ListOpenIDConnectProviderTags ListOpenIDConnectProviders
      ListOrganizationsFeatures ListPolicies ListPoliciesGrantingServiceAccess
      ListPolicyTags ListPolicyVersions ListRolePolicies ListRoleTags ListRoles
      ListSAMLProviderTags ListSAMLProviders ListSSHPublicKeys
      ListSTSRegionalEndpointsStatus ListServerCertificateTags
      ListServerCertificates ListServiceSpecificCredentials ListSigningCertificates
      ListUserPolicies ListUserTags ListUsers ListVirtualMFADevices
    `,
    Read: `
      GenerateCredentialReport GenerateOrganizationsAccessReport
      GenerateServiceLastAccessedDetails GetAccessKeyLastUsed
      GetAccountAuthorizationDetails GetAccountEmailAddress GetAccountName
      GetAccountPasswordPolicy GetAccountProperties GetCloudFrontPublicKey
      GetContextKeysForCustomPolicy GetContextKeysForPrincipalPolicy
      GetCredentialReport GetDelegationRequest GetGroup GetGroupPolicy
      GetHumanReadableSummary GetInstanceProfile GetMFADevice
      GetOpenIDConnectProvider GetOrganizationsAccessReport
      GetOutboundWebIdentityFederationInfo GetPolicy GetPolicyVersion GetRole
      GetRolePolicy GetRoleTemplateVersion GetSAMLProvider GetSSHPublicKey
      GetServerCertificate GetServiceLastAccessedDetails
      GetServiceLastAccessedDetailsWithEntities GetServiceLinkedRoleDeletionStatus
      GetUser GetUserPolicy SimulateCustomPolicy SimulatePrincipalPolicy
    `,
    Tagging: `
      TagInstanceProfile TagMFADevice TagOpenIDConnectProvider TagPolicy TagRole
      TagSAMLProvider TagServerCertificate TagUser UntagInstanceProfile
      UntagMFADevice UntagOpenIDConnectProvider UntagPolicy UntagRole
      UntagSAMLProvider UntagServerCertificate UntagUser
    `,
    Write: `
      AcceptDelegationRequest AddClientIDToOpenIDConnectProvider
      AddRoleToInstanceProfile AddUserToGroup AssociateDelegationRequest
      ChangePassword CreateAccessKey CreateAccountAlias CreateDelegationRequest
      CreateGroup CreateInstanceProfile CreateLoginProfile
      CreateOpenIDConnectProvider CreateRole CreateSAMLProvider
      CreateServiceLinkedRole CreateServiceSpecificCredential CreateUser
      CreateVirtualMFADevice DeactivateMFADevice DeleteAccessKey DeleteAccountAlias
      DeleteCloudFrontPublicKey DeleteGroup DeleteInstanceProfile DeleteLoginProfile
      DeleteOpenIDConnectProvider DeleteRole DeleteSAMLProvider DeleteSSHPublicKey
      DeleteServerCertificate DeleteServiceLinkedRole
      DeleteServiceSpecificCredential DeleteSigningCertificate DeleteUser
      DeleteVirtualMFADevice DisableOrganizationsRootCredentialsManagement
      DisableOrganizationsRootSessions DisableOutboundWebIdentityFederation
      EnableMFADevice EnableOrganizationsRootCredentialsManagement
      EnableOrganizationsRootSessions EnableOutboundWebIdentityFederation PassRole
      PutAccountProperties RejectDelegationRequest
      RemoveClientIDFromOpenIDConnectProvider RemoveRoleFromInstanceProfile
      RemoveUserFromGroup ResetServiceSpecificCredential ResyncMFADevice
      SendDelegationToken SetSTSRegionalEndpointStatus
      SetSecurityTokenServicePreferences UpdateAccessKey UpdateAccountEmailAddress
      UpdateAccountName UpdateAccountPasswordPolicy UpdateCloudFrontPublicKey
      UpdateGroup UpdateLoginProfile UpdateOpenIDConnectProviderThumbprint
      UpdateRole UpdateRoleDescription UpdateSAMLProvider UpdateSSHPublicKey
      UpdateServerCertificate UpdateServiceSpecificCredential
      UpdateSigningCertificate UpdateUser UploadCloudFrontPublicKey
      UploadSSHPublicKey UploadServerCertificate UploadSigningCertificate
    `,
    'Permissions management': `
      AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreatePolicy
      CreatePolicyVersion DeleteAccountPasswordPolicy DeleteGroupPolicy DeletePolicy
      DeletePolicyVersion DeleteRolePermissionsBoundary DeleteRolePolicy
      DeleteUserPermissionsBoundary DeleteUserPolicy DetachGroupPolicy
      DetachRolePolicy DetachUserPolicy PutGroupPolicy PutRolePermissionsBoundary
      PutRolePolicy PutUserPermissionsBoundary PutUserPolicy SetDefaultPolicyVersion
      UpdateAssumeRolePolicy
    `,
  },
  sts: {
    Read: `
      GetAccessKeyInfo GetCallerIdentity GetFederationToken GetServiceBearerToken
      GetSessionToken
    `,
    Tagging: `
      TagGetWebIdentityToken TagSession
    `,
    Write: `
      AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot
      DecodeAuthorizationMessage GetWebIdentityToken SetContext SetSourceIdentity
    `,
  },
  s3: {
    List: `
      ListAccessGrants ListAccessGrantsInstances ListAccessGrantsLocations
      ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets ListBucket
      ListBucketMultipartUploads ListBucketVersions ListCallerAccessGrants ListJobs
      ListMultiRegionAccessPoints ListMultipartUploadParts ListObjectAnnotations
      ListObjectVersionAnnotations ListStorageLensConfigurations
      ListStorageLensGroups ListTagsForResource
    `,
    Read: `
      AllowVendedLogDeliveryForResource DescribeJob
      DescribeMultiRegionAccessPointOperation GetAccelerateConfiguration
      GetAccessGrant GetAccessGrantsInstance GetAccessGrantsInstanceForPrefix
      GetAccessGrantsInstanceResourcePolicy GetAccessGrantsLocation GetAccessPoint
      GetAccessPointConfigurationForObjectLambda GetAccessPointForObjectLambda
      GetAccessPointPolicy GetAccessPointPolicyForObjectLambda
      GetAccessPointPolicyStatus GetAccessPointPolicyStatusForObjectLambda
      GetAccountPublicAccessBlock GetAnalyticsConfiguration GetBucketAbac
      GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging
      GetBucketMetadataTableConfiguration GetBucketNotification
      GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicy
      GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment
      GetBucketTagging GetBucketVersioning GetBucketWebsite GetDataAccess
      GetEncryptionConfiguration GetIntelligentTieringConfiguration
      GetInventoryConfiguration GetJobTagging GetLifecycleConfiguration
      GetMetricsConfiguration GetMultiRegionAccessPoint
      GetMultiRegionAccessPointPolicy GetMultiRegionAccessPointPolicyStatus
      GetMultiRegionAccessPointRoutes GetObject GetObjectAcl GetObjectAnnotation
      GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging
      GetObjectTorrent GetObjectVersion GetObjectVersionAcl
      GetObjectVersionAnnotation GetObjectVersionAnnotationForReplication
      GetObjectVersionAttributes GetObjectVersionForReplication
      GetObjectVersionTagging GetObjectVersionTorrent GetReplicationConfiguration
      GetStorageLensConfiguration GetStorageLensConfigurationTagging
      GetStorageLensDashboard GetStorageLensGroup
    `,
    Tagging: `
      DeleteJobTagging DeleteObjectTagging DeleteObjectVersionTagging
      DeleteStorageLensConfigurationTagging PutBucketTagging PutJobTagging
      PutObjectTagging PutObjectVersionTagging PutStorageLensConfigurationTagging
      ReplicateTags TagResource UntagResource
    `,
    Write: `
      AbortMultipartUpload CreateAccessPoint CreateAccessPointForObjectLambda
      CreateBucket CreateBucketMetadataTableConfiguration CreateJob
      CreateMultiRegionAccessPoint CreateStorageLensGroup DeleteAccessPoint
      DeleteAccessPointForObjectLambda DeleteBucket
      DeleteBucketMetadataTableConfiguration DeleteBucketWebsite
      DeleteMultiRegionAccessPoint DeleteObject DeleteObjectAnnotation
      DeleteObjectVersion DeleteObjectVersionAnnotation
      DeleteStorageLensConfiguration DeleteStorageLensGroup InitiateReplication
      PauseReplication PutAccelerateConfiguration
      PutAccessPointConfigurationForObjectLambda PutAnalyticsConfiguration
      PutBucketAbac PutBucketCORS PutBucketLogging PutBucketNotification
      PutBucketObjectLockConfiguration PutBucketRequestPayment PutBucketVersioning
      PutBucketWebsite PutEncryptionConfiguration PutIntelligentTieringConfiguration
      PutInventoryConfiguration PutLifecycleConfiguration PutMetricsConfiguration
      PutObject PutObjectAnnotation PutObjectLegalHold PutObjectRetention
      PutObjectVersionAnnotation PutReplicationConfiguration
      PutStorageLensConfiguration ReplicateDelete ReplicateObject
      ReplicateObjectAnnotation RestoreObject SubmitMultiRegionAccessPointRoutes
      UpdateBucketMetadataAnnotationTableConfiguration
      UpdateBucketMetadataInventoryTableConfiguration
      UpdateBucketMetadataJournalTableConfiguration UpdateJobPriority
      UpdateJobStatus UpdateObjectEncryption UpdateStorageLensGroup
    `,
    'Permissions management': `
      AssociateAccessGrantsIdentityCenter BypassGovernanceRetention
      CreateAccessGrant CreateAccessGrantsInstance CreateAccessGrantsLocation
      DeleteAccessGrant DeleteAccessGrantsInstance
      DeleteAccessGrantsInstanceResourcePolicy DeleteAccessGrantsLocation
      DeleteAccessPointPolicy DeleteAccessPointPolicyForObjectLambda
      DeleteBucketPolicy DissociateAccessGrantsIdentityCenter
      ObjectOwnerOverrideToBucketOwner PutAccessGrantsInstanceResourcePolicy
      PutAccessPointPolicy PutAccessPointPolicyForObjectLambda
      PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock PutBucketAcl
      PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock
      PutMultiRegionAccessPointPolicy PutObjectAcl PutObjectVersionAcl
      UpdateAccessGrantsLocation
    `,
  },
}

export type ServiceAction = { service: string; name: string; level: AccessLevel }

const toActions = (service: string): ServiceAction[] =>
  accessLevels.flatMap((level) =>
    (catalog[service]?.[level] ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => ({ service, name, level }))
  )

const byService = new Map(Object.keys(catalog).map((name) => [name, toActions(name)]))

export const isKnownService = (prefix: string) => servicePrefixes.has(prefix.toLowerCase())

/** Every action of a service; `undefined` when the catalog does not list them. */
export const actionsOf = (service: string) => byService.get(service.toLowerCase())

/** Actions an entry such as `s3:Get*` covers; `undefined` when the catalog cannot tell. */
export function expandAction(entry: string): ServiceAction[] | undefined {
  const [service = '', name] = entry.split(':')
  const actions = actionsOf(service)
  if (actions === undefined || name === undefined) return undefined
  const pattern = parseGlob(name.toLowerCase())
  return actions.filter((action) => matchesGlob(pattern, action.name.toLowerCase()))
}

/** The level of one action, whatever the case it is written in. */
export const accessLevelOf = (action: string) => expandAction(action)?.[0]?.level
