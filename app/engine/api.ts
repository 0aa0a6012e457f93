/**
 * The client's face: one method for each API operation, with the SDK's names and shapes. An
 * operation's shape is read off the SDK's command of the same name, so a name that AWS does not
 * have, or a shape that is not AWS's, does not compile. The imports are types alone: nothing of
 * the SDK is shipped.
 */
import type * as AccessAnalyzer from '@aws-sdk/client-accessanalyzer'
import type * as CloudTrail from '@aws-sdk/client-cloudtrail'
import type * as Iam from '@aws-sdk/client-iam'
import type * as Organizations from '@aws-sdk/client-organizations'
import type * as S3 from '@aws-sdk/client-s3'
import type * as Sts from '@aws-sdk/client-sts'

export type Nothing = Record<never, never>

export type Shape<Input, Output> = { input: Input; output: Output }

type CommandOf<Sdk, Name extends string> = Sdk[`${Name}Command` & keyof Sdk]

/** What a command takes when it is made and what its handler answers. */
type ShapeOf<Sdk, Name extends string> =
  CommandOf<Sdk, Name> extends abstract new (...args: infer Arguments) => {
    resolveMiddleware(
      ...args: never[]
    ): (...args: never[]) => Promise<{ output: infer Output }>
  }
    ? Shape<NonNullable<Arguments[0]>, Omit<Output, '$metadata'>>
    : never

type Operations<Sdk, Name extends string> = { [N in Name]: ShapeOf<Sdk, N> }

/** An object's content: the SDK streams it, we hold it whole. */
type Body = {
  transformToByteArray(): Promise<Uint8Array>
  transformToString(): Promise<string>
}

export type IamOperations = Operations<
  typeof Iam,
  | 'CreateUser'
  | 'GetUser'
  | 'ListUsers'
  | 'UpdateUser'
  | 'DeleteUser'
  | 'TagUser'
  | 'UntagUser'
  | 'ListUserTags'
  | 'PutUserPermissionsBoundary'
  | 'DeleteUserPermissionsBoundary'
  | 'AttachUserPolicy'
  | 'DetachUserPolicy'
  | 'ListAttachedUserPolicies'
  | 'PutUserPolicy'
  | 'GetUserPolicy'
  | 'DeleteUserPolicy'
  | 'ListUserPolicies'
  | 'ListGroupsForUser'
  | 'CreateLoginProfile'
  | 'GetLoginProfile'
  | 'UpdateLoginProfile'
  | 'DeleteLoginProfile'
  | 'ChangePassword'
  | 'CreateAccessKey'
  | 'ListAccessKeys'
  | 'UpdateAccessKey'
  | 'DeleteAccessKey'
  | 'GetAccessKeyLastUsed'
  | 'ListMFADevices'
  | 'CreateVirtualMFADevice'
  | 'EnableMFADevice'
  | 'DeactivateMFADevice'
  | 'DeleteVirtualMFADevice'
  | 'ResyncMFADevice'
  | 'ListVirtualMFADevices'
  | 'GetMFADevice'
  | 'TagMFADevice'
  | 'UntagMFADevice'
  | 'ListMFADeviceTags'
  | 'UploadSSHPublicKey'
  | 'GetSSHPublicKey'
  | 'ListSSHPublicKeys'
  | 'UpdateSSHPublicKey'
  | 'DeleteSSHPublicKey'
  | 'UploadSigningCertificate'
  | 'ListSigningCertificates'
  | 'UpdateSigningCertificate'
  | 'DeleteSigningCertificate'
  | 'UploadServerCertificate'
  | 'GetServerCertificate'
  | 'ListServerCertificates'
  | 'UpdateServerCertificate'
  | 'DeleteServerCertificate'
  | 'TagServerCertificate'
  | 'UntagServerCertificate'
  | 'ListServerCertificateTags'
  | 'CreateServiceSpecificCredential'
  | 'ListServiceSpecificCredentials'
  | 'UpdateServiceSpecificCredential'
  | 'ResetServiceSpecificCredential'
  | 'DeleteServiceSpecificCredential'
  | 'CreateGroup'
  | 'GetGroup'
  | 'ListGroups'
  | 'UpdateGroup'
  | 'DeleteGroup'
  | 'AddUserToGroup'
  | 'RemoveUserFromGroup'
  | 'AttachGroupPolicy'
  | 'DetachGroupPolicy'
  | 'ListAttachedGroupPolicies'
  | 'PutGroupPolicy'
  | 'GetGroupPolicy'
  | 'DeleteGroupPolicy'
  | 'ListGroupPolicies'
  | 'CreateRole'
  | 'GetRole'
  | 'ListRoles'
  | 'UpdateRole'
  | 'UpdateRoleDescription'
  | 'UpdateAssumeRolePolicy'
  | 'DeleteRole'
  | 'TagRole'
  | 'UntagRole'
  | 'ListRoleTags'
  | 'PutRolePermissionsBoundary'
  | 'DeleteRolePermissionsBoundary'
  | 'AttachRolePolicy'
  | 'DetachRolePolicy'
  | 'ListAttachedRolePolicies'
  | 'PutRolePolicy'
  | 'GetRolePolicy'
  | 'DeleteRolePolicy'
  | 'ListRolePolicies'
  | 'CreateInstanceProfile'
  | 'GetInstanceProfile'
  | 'DeleteInstanceProfile'
  | 'AddRoleToInstanceProfile'
  | 'RemoveRoleFromInstanceProfile'
  | 'ListInstanceProfilesForRole'
  | 'CreatePolicy'
  | 'GetPolicy'
  | 'ListPolicies'
  | 'DeletePolicy'
  | 'CreatePolicyVersion'
  | 'GetPolicyVersion'
  | 'ListPolicyVersions'
  | 'SetDefaultPolicyVersion'
  | 'DeletePolicyVersion'
  | 'ListEntitiesForPolicy'
  | 'TagPolicy'
  | 'UntagPolicy'
  | 'ListPolicyTags'
  | 'CreateAccountAlias'
  | 'DeleteAccountAlias'
  | 'ListAccountAliases'
  | 'GetAccountSummary'
  | 'GetAccountPasswordPolicy'
  | 'ListSAMLProviders'
  | 'ListOpenIDConnectProviders'
  | 'GenerateServiceLastAccessedDetails'
  | 'GetServiceLastAccessedDetails'
  | 'GetServiceLastAccessedDetailsWithEntities'
  | 'ListPoliciesGrantingServiceAccess'
  | 'UpdateAccountPasswordPolicy'
  | 'DeleteAccountPasswordPolicy'
  | 'SetSecurityTokenServicePreferences'
  | 'GetAccountAuthorizationDetails'
  | 'GenerateCredentialReport'
  | 'GetCredentialReport'
  | 'ListInstanceProfiles'
  | 'TagInstanceProfile'
  | 'UntagInstanceProfile'
  | 'ListInstanceProfileTags'
  | 'SimulateCustomPolicy'
  | 'SimulatePrincipalPolicy'
  | 'GetContextKeysForCustomPolicy'
  | 'GetContextKeysForPrincipalPolicy'
  | 'CreateSAMLProvider'
  | 'GetSAMLProvider'
  | 'UpdateSAMLProvider'
  | 'DeleteSAMLProvider'
  | 'TagSAMLProvider'
  | 'UntagSAMLProvider'
  | 'ListSAMLProviderTags'
  | 'CreateOpenIDConnectProvider'
  | 'GetOpenIDConnectProvider'
  | 'AddClientIDToOpenIDConnectProvider'
  | 'RemoveClientIDFromOpenIDConnectProvider'
  | 'UpdateOpenIDConnectProviderThumbprint'
  | 'DeleteOpenIDConnectProvider'
  | 'TagOpenIDConnectProvider'
  | 'UntagOpenIDConnectProvider'
  | 'ListOpenIDConnectProviderTags'
  | 'CreateServiceLinkedRole'
  | 'DeleteServiceLinkedRole'
  | 'GetServiceLinkedRoleDeletionStatus'
  | 'EnableOrganizationsRootCredentialsManagement'
  | 'EnableOrganizationsRootSessions'
  | 'DisableOrganizationsRootCredentialsManagement'
  | 'DisableOrganizationsRootSessions'
  | 'ListOrganizationsFeatures'
  | 'GenerateOrganizationsAccessReport'
  | 'GetOrganizationsAccessReport'
  | 'GetAccountProperties'
  | 'PutAccountProperties'
  | 'CreateDelegationRequest'
  | 'GetDelegationRequest'
  | 'ListDelegationRequests'
  | 'AssociateDelegationRequest'
  | 'UpdateDelegationRequest'
  | 'AcceptDelegationRequest'
  | 'RejectDelegationRequest'
  | 'SendDelegationToken'
  | 'GetHumanReadableSummary'
  | 'GetRoleTemplateVersion'
  | 'AcquireRole'
  | 'EnableOutboundWebIdentityFederation'
  | 'DisableOutboundWebIdentityFederation'
  | 'GetOutboundWebIdentityFederationInfo'
>

export type StsOperations = Operations<
  typeof Sts,
  | 'AssumeRole'
  | 'AssumeRoleWithSAML'
  | 'AssumeRoleWithWebIdentity'
  | 'AssumeRoot'
  | 'DecodeAuthorizationMessage'
  | 'GetAccessKeyInfo'
  | 'GetCallerIdentity'
  | 'GetFederationToken'
  | 'GetSessionToken'
  | 'GetWebIdentityToken'
  | 'GetScopedCredentials'
  | 'GetDelegatedAccessToken'
>

export type S3Operations = Operations<
  typeof S3,
  | 'ListBuckets'
  | 'CreateBucket'
  | 'DeleteBucket'
  | 'HeadBucket'
  | 'GetBucketLocation'
  | 'GetBucketPolicy'
  | 'PutBucketPolicy'
  | 'DeleteBucketPolicy'
  | 'ListObjectsV2'
  | 'DeleteObject'
> & {
  PutObject: Shape<
    Omit<S3.PutObjectRequest, 'Body'> & { Body?: string | Uint8Array },
    S3.PutObjectOutput
  >
  GetObject: Shape<S3.GetObjectRequest, Omit<S3.GetObjectOutput, 'Body'> & { Body: Body }>
}

export type CloudTrailOperations = Operations<typeof CloudTrail, 'LookupEvents'>

export type OrganizationsOperations = Operations<
  typeof Organizations,
  | 'DescribeOrganization'
  | 'ListRoots'
  | 'ListOrganizationalUnitsForParent'
  | 'ListAccountsForParent'
  | 'ListAccounts'
  | 'DescribeAccount'
  | 'ListPolicies'
  | 'DescribePolicy'
  | 'ListTargetsForPolicy'
  | 'ListPoliciesForTarget'
  | 'ListAWSServiceAccessForOrganization'
  | 'EnableAWSServiceAccess'
>

export type AccessAnalyzerOperations = Operations<
  typeof AccessAnalyzer,
  | 'CreateAnalyzer'
  | 'GetAnalyzer'
  | 'ListAnalyzers'
  | 'DeleteAnalyzer'
  | 'ListFindings'
  | 'ListFindingsV2'
  | 'GetFinding'
  | 'GetFindingV2'
  | 'UpdateFindings'
  | 'CreateArchiveRule'
  | 'GetArchiveRule'
  | 'ListArchiveRules'
  | 'UpdateArchiveRule'
  | 'DeleteArchiveRule'
  | 'ApplyArchiveRule'
  | 'StartResourceScan'
  | 'ValidatePolicy'
>

/** An operation whose every parameter may be left out can be called without any. */
type Method<S> =
  S extends Shape<infer Input, infer Output>
    ? Nothing extends Input
      ? (input?: Input) => Promise<Output>
      : (input: Input) => Promise<Output>
    : never

type Methods<Operations> = {
  [Name in keyof Operations & string as Uncapitalize<Name>]: Method<Operations[Name]>
}

export type AwsClient = {
  iam: Methods<IamOperations>
  sts: Methods<StsOperations>
  s3: Methods<S3Operations>
  cloudTrail: Methods<CloudTrailOperations>
  organizations: Methods<OrganizationsOperations>
  accessAnalyzer: Methods<AccessAnalyzerOperations>
}

export type Service =
  'iam' | 'sts' | 's3' | 'cloudTrail' | 'organizations' | 'accessAnalyzer'

export type OperationsOf = {
  iam: IamOperations
  sts: StsOperations
  s3: S3Operations
  cloudTrail: CloudTrailOperations
  organizations: OrganizationsOperations
  accessAnalyzer: AccessAnalyzerOperations
}
