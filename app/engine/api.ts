/**
 * The client's face: one method for each API operation, with the SDK's names and shapes. The
 * imports are types alone, so nothing of the SDK is shipped.
 */
import type {
  AddRoleToInstanceProfileRequest,
  AddUserToGroupRequest,
  AttachGroupPolicyRequest,
  AttachRolePolicyRequest,
  AttachUserPolicyRequest,
  ChangePasswordRequest,
  CreateAccessKeyRequest,
  CreateAccessKeyResponse,
  CreateAccountAliasRequest,
  CreateGroupRequest,
  CreateGroupResponse,
  CreateInstanceProfileRequest,
  CreateInstanceProfileResponse,
  CreateLoginProfileRequest,
  CreateLoginProfileResponse,
  CreatePolicyRequest,
  CreatePolicyResponse,
  CreatePolicyVersionRequest,
  CreatePolicyVersionResponse,
  CreateRoleRequest,
  CreateRoleResponse,
  CreateUserRequest,
  CreateUserResponse,
  DeleteAccessKeyRequest,
  DeleteAccountAliasRequest,
  DeleteGroupPolicyRequest,
  DeleteGroupRequest,
  DeleteInstanceProfileRequest,
  DeleteLoginProfileRequest,
  DeletePolicyRequest,
  DeletePolicyVersionRequest,
  DeleteRolePermissionsBoundaryRequest,
  DeleteRolePolicyRequest,
  DeleteRoleRequest,
  DeleteUserPermissionsBoundaryRequest,
  DeleteUserPolicyRequest,
  DeleteUserRequest,
  DetachGroupPolicyRequest,
  DetachRolePolicyRequest,
  DetachUserPolicyRequest,
  GetAccessKeyLastUsedRequest,
  GetAccessKeyLastUsedResponse,
  GetAccountPasswordPolicyResponse,
  GetAccountSummaryResponse,
  GetGroupPolicyRequest,
  GetGroupPolicyResponse,
  GetGroupRequest,
  GetGroupResponse,
  GetInstanceProfileRequest,
  GetInstanceProfileResponse,
  GetLoginProfileRequest,
  GetLoginProfileResponse,
  GetPolicyRequest,
  GetPolicyResponse,
  GetPolicyVersionRequest,
  GetPolicyVersionResponse,
  GetRolePolicyRequest,
  GetRolePolicyResponse,
  GetRoleRequest,
  GetRoleResponse,
  GetUserPolicyRequest,
  GetUserPolicyResponse,
  GetUserRequest,
  GetUserResponse,
  ListAccessKeysRequest,
  ListAccessKeysResponse,
  ListAccountAliasesRequest,
  ListAccountAliasesResponse,
  ListAttachedGroupPoliciesRequest,
  ListAttachedGroupPoliciesResponse,
  ListAttachedRolePoliciesRequest,
  ListAttachedRolePoliciesResponse,
  ListAttachedUserPoliciesRequest,
  ListAttachedUserPoliciesResponse,
  ListEntitiesForPolicyRequest,
  ListEntitiesForPolicyResponse,
  ListGroupPoliciesRequest,
  ListGroupPoliciesResponse,
  ListGroupsForUserRequest,
  ListGroupsForUserResponse,
  ListGroupsRequest,
  ListGroupsResponse,
  ListInstanceProfilesForRoleRequest,
  ListInstanceProfilesForRoleResponse,
  ListMFADevicesRequest,
  ListMFADevicesResponse,
  ListOpenIDConnectProvidersRequest,
  ListOpenIDConnectProvidersResponse,
  ListPoliciesRequest,
  ListPoliciesResponse,
  ListPolicyTagsRequest,
  ListPolicyTagsResponse,
  ListPolicyVersionsRequest,
  ListPolicyVersionsResponse,
  ListRolePoliciesRequest,
  ListRolePoliciesResponse,
  ListRoleTagsRequest,
  ListRoleTagsResponse,
  ListRolesRequest,
  ListRolesResponse,
  ListSAMLProvidersRequest,
  ListSAMLProvidersResponse,
  ListUserPoliciesRequest,
  ListUserPoliciesResponse,
  ListUserTagsRequest,
  ListUserTagsResponse,
  ListUsersRequest,
  ListUsersResponse,
  PutGroupPolicyRequest,
  PutRolePermissionsBoundaryRequest,
  PutRolePolicyRequest,
  PutUserPermissionsBoundaryRequest,
  PutUserPolicyRequest,
  RemoveRoleFromInstanceProfileRequest,
  RemoveUserFromGroupRequest,
  SetDefaultPolicyVersionRequest,
  TagPolicyRequest,
  TagRoleRequest,
  TagUserRequest,
  UntagPolicyRequest,
  UntagRoleRequest,
  UntagUserRequest,
  UpdateAccessKeyRequest,
  UpdateAssumeRolePolicyRequest,
  UpdateGroupRequest,
  UpdateLoginProfileRequest,
  UpdateRoleDescriptionRequest,
  UpdateRoleDescriptionResponse,
  UpdateRoleRequest,
  UpdateRoleResponse,
  UpdateUserRequest,
} from '@aws-sdk/client-iam'
import type { LookupEventsRequest, LookupEventsResponse } from '@aws-sdk/client-cloudtrail'
import type {
  CreateBucketOutput,
  CreateBucketRequest,
  DeleteBucketPolicyRequest,
  DeleteBucketRequest,
  DeleteObjectOutput,
  DeleteObjectRequest,
  GetBucketLocationOutput,
  GetBucketLocationRequest,
  GetBucketPolicyOutput,
  GetBucketPolicyRequest,
  GetObjectOutput,
  GetObjectRequest,
  HeadBucketRequest,
  ListBucketsOutput,
  ListBucketsRequest,
  ListObjectsV2Output,
  ListObjectsV2Request,
  PutBucketPolicyRequest,
  PutObjectOutput,
  PutObjectRequest,
} from '@aws-sdk/client-s3'
import type {
  AssumeRoleRequest,
  AssumeRoleResponse,
  GetCallerIdentityRequest,
  GetCallerIdentityResponse,
  GetSessionTokenRequest,
  GetSessionTokenResponse,
} from '@aws-sdk/client-sts'

export type Nothing = Record<never, never>

export type Shape<Input, Output> = { input: Input; output: Output }

/** An object's content: the SDK streams it, we hold it whole. */
type Body = {
  transformToByteArray(): Promise<Uint8Array>
  transformToString(): Promise<string>
}

export type IamOperations = {
  CreateUser: Shape<CreateUserRequest, CreateUserResponse>
  GetUser: Shape<GetUserRequest, GetUserResponse>
  ListUsers: Shape<ListUsersRequest, ListUsersResponse>
  UpdateUser: Shape<UpdateUserRequest, Nothing>
  DeleteUser: Shape<DeleteUserRequest, Nothing>
  TagUser: Shape<TagUserRequest, Nothing>
  UntagUser: Shape<UntagUserRequest, Nothing>
  ListUserTags: Shape<ListUserTagsRequest, ListUserTagsResponse>
  PutUserPermissionsBoundary: Shape<PutUserPermissionsBoundaryRequest, Nothing>
  DeleteUserPermissionsBoundary: Shape<DeleteUserPermissionsBoundaryRequest, Nothing>
  AttachUserPolicy: Shape<AttachUserPolicyRequest, Nothing>
  DetachUserPolicy: Shape<DetachUserPolicyRequest, Nothing>
  ListAttachedUserPolicies: Shape<
    ListAttachedUserPoliciesRequest,
    ListAttachedUserPoliciesResponse
  >
  PutUserPolicy: Shape<PutUserPolicyRequest, Nothing>
  GetUserPolicy: Shape<GetUserPolicyRequest, GetUserPolicyResponse>
  DeleteUserPolicy: Shape<DeleteUserPolicyRequest, Nothing>
  ListUserPolicies: Shape<ListUserPoliciesRequest, ListUserPoliciesResponse>
  ListGroupsForUser: Shape<ListGroupsForUserRequest, ListGroupsForUserResponse>

  CreateLoginProfile: Shape<CreateLoginProfileRequest, CreateLoginProfileResponse>
  GetLoginProfile: Shape<GetLoginProfileRequest, GetLoginProfileResponse>
  UpdateLoginProfile: Shape<UpdateLoginProfileRequest, Nothing>
  DeleteLoginProfile: Shape<DeleteLoginProfileRequest, Nothing>
  ChangePassword: Shape<ChangePasswordRequest, Nothing>
  CreateAccessKey: Shape<CreateAccessKeyRequest, CreateAccessKeyResponse>
  ListAccessKeys: Shape<ListAccessKeysRequest, ListAccessKeysResponse>
  UpdateAccessKey: Shape<UpdateAccessKeyRequest, Nothing>
  DeleteAccessKey: Shape<DeleteAccessKeyRequest, Nothing>
  GetAccessKeyLastUsed: Shape<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse>
  ListMFADevices: Shape<ListMFADevicesRequest, ListMFADevicesResponse>

  CreateGroup: Shape<CreateGroupRequest, CreateGroupResponse>
  GetGroup: Shape<GetGroupRequest, GetGroupResponse>
  ListGroups: Shape<ListGroupsRequest, ListGroupsResponse>
  UpdateGroup: Shape<UpdateGroupRequest, Nothing>
  DeleteGroup: Shape<DeleteGroupRequest, Nothing>
  AddUserToGroup: Shape<AddUserToGroupRequest, Nothing>
  RemoveUserFromGroup: Shape<RemoveUserFromGroupRequest, Nothing>
  AttachGroupPolicy: Shape<AttachGroupPolicyRequest, Nothing>
  DetachGroupPolicy: Shape<DetachGroupPolicyRequest, Nothing>
  ListAttachedGroupPolicies: Shape<
    ListAttachedGroupPoliciesRequest,
    ListAttachedGroupPoliciesResponse
  >
  PutGroupPolicy: Shape<PutGroupPolicyRequest, Nothing>
  GetGroupPolicy: Shape<GetGroupPolicyRequest, GetGroupPolicyResponse>
  DeleteGroupPolicy: Shape<DeleteGroupPolicyRequest, Nothing>
  ListGroupPolicies: Shape<ListGroupPoliciesRequest, ListGroupPoliciesResponse>

  CreateRole: Shape<CreateRoleRequest, CreateRoleResponse>
  GetRole: Shape<GetRoleRequest, GetRoleResponse>
  ListRoles: Shape<ListRolesRequest, ListRolesResponse>
  UpdateRole: Shape<UpdateRoleRequest, UpdateRoleResponse>
  UpdateRoleDescription: Shape<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse>
  UpdateAssumeRolePolicy: Shape<UpdateAssumeRolePolicyRequest, Nothing>
  DeleteRole: Shape<DeleteRoleRequest, Nothing>
  TagRole: Shape<TagRoleRequest, Nothing>
  UntagRole: Shape<UntagRoleRequest, Nothing>
  ListRoleTags: Shape<ListRoleTagsRequest, ListRoleTagsResponse>
  PutRolePermissionsBoundary: Shape<PutRolePermissionsBoundaryRequest, Nothing>
  DeleteRolePermissionsBoundary: Shape<DeleteRolePermissionsBoundaryRequest, Nothing>
  AttachRolePolicy: Shape<AttachRolePolicyRequest, Nothing>
  DetachRolePolicy: Shape<DetachRolePolicyRequest, Nothing>
  ListAttachedRolePolicies: Shape<
    ListAttachedRolePoliciesRequest,
    ListAttachedRolePoliciesResponse
  >
  PutRolePolicy: Shape<PutRolePolicyRequest, Nothing>
  GetRolePolicy: Shape<GetRolePolicyRequest, GetRolePolicyResponse>
  DeleteRolePolicy: Shape<DeleteRolePolicyRequest, Nothing>
  ListRolePolicies: Shape<ListRolePoliciesRequest, ListRolePoliciesResponse>

  CreateInstanceProfile: Shape<CreateInstanceProfileRequest, CreateInstanceProfileResponse>
  GetInstanceProfile: Shape<GetInstanceProfileRequest, GetInstanceProfileResponse>
  DeleteInstanceProfile: Shape<DeleteInstanceProfileRequest, Nothing>
  AddRoleToInstanceProfile: Shape<AddRoleToInstanceProfileRequest, Nothing>
  RemoveRoleFromInstanceProfile: Shape<RemoveRoleFromInstanceProfileRequest, Nothing>
  ListInstanceProfilesForRole: Shape<
    ListInstanceProfilesForRoleRequest,
    ListInstanceProfilesForRoleResponse
  >

  CreatePolicy: Shape<CreatePolicyRequest, CreatePolicyResponse>
  GetPolicy: Shape<GetPolicyRequest, GetPolicyResponse>
  ListPolicies: Shape<ListPoliciesRequest, ListPoliciesResponse>
  DeletePolicy: Shape<DeletePolicyRequest, Nothing>
  CreatePolicyVersion: Shape<CreatePolicyVersionRequest, CreatePolicyVersionResponse>
  GetPolicyVersion: Shape<GetPolicyVersionRequest, GetPolicyVersionResponse>
  ListPolicyVersions: Shape<ListPolicyVersionsRequest, ListPolicyVersionsResponse>
  SetDefaultPolicyVersion: Shape<SetDefaultPolicyVersionRequest, Nothing>
  DeletePolicyVersion: Shape<DeletePolicyVersionRequest, Nothing>
  ListEntitiesForPolicy: Shape<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse>
  TagPolicy: Shape<TagPolicyRequest, Nothing>
  UntagPolicy: Shape<UntagPolicyRequest, Nothing>
  ListPolicyTags: Shape<ListPolicyTagsRequest, ListPolicyTagsResponse>

  CreateAccountAlias: Shape<CreateAccountAliasRequest, Nothing>
  DeleteAccountAlias: Shape<DeleteAccountAliasRequest, Nothing>
  ListAccountAliases: Shape<ListAccountAliasesRequest, ListAccountAliasesResponse>
  GetAccountSummary: Shape<Nothing, GetAccountSummaryResponse>
  GetAccountPasswordPolicy: Shape<Nothing, GetAccountPasswordPolicyResponse>
  ListSAMLProviders: Shape<ListSAMLProvidersRequest, ListSAMLProvidersResponse>
  ListOpenIDConnectProviders: Shape<
    ListOpenIDConnectProvidersRequest,
    ListOpenIDConnectProvidersResponse
  >
}

export type StsOperations = {
  AssumeRole: Shape<AssumeRoleRequest, AssumeRoleResponse>
  GetCallerIdentity: Shape<GetCallerIdentityRequest, GetCallerIdentityResponse>
  GetSessionToken: Shape<GetSessionTokenRequest, GetSessionTokenResponse>
}

export type S3Operations = {
  ListBuckets: Shape<ListBucketsRequest, ListBucketsOutput>
  CreateBucket: Shape<CreateBucketRequest, CreateBucketOutput>
  DeleteBucket: Shape<DeleteBucketRequest, Nothing>
  HeadBucket: Shape<HeadBucketRequest, Nothing>
  GetBucketLocation: Shape<GetBucketLocationRequest, GetBucketLocationOutput>
  GetBucketPolicy: Shape<GetBucketPolicyRequest, GetBucketPolicyOutput>
  PutBucketPolicy: Shape<PutBucketPolicyRequest, Nothing>
  DeleteBucketPolicy: Shape<DeleteBucketPolicyRequest, Nothing>
  ListObjectsV2: Shape<ListObjectsV2Request, ListObjectsV2Output>
  PutObject: Shape<
    Omit<PutObjectRequest, 'Body'> & { Body?: string | Uint8Array },
    PutObjectOutput
  >
  GetObject: Shape<GetObjectRequest, Omit<GetObjectOutput, 'Body'> & { Body: Body }>
  DeleteObject: Shape<DeleteObjectRequest, DeleteObjectOutput>
}

export type CloudTrailOperations = {
  LookupEvents: Shape<LookupEventsRequest, LookupEventsResponse>
}

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
}

export type Service = 'iam' | 'sts' | 's3' | 'cloudTrail'

export type OperationsOf = {
  iam: IamOperations
  sts: StsOperations
  s3: S3Operations
  cloudTrail: CloudTrailOperations
}
