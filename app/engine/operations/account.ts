import type { IamOperations } from '../api'
import type { OperationTable } from '../kernel'
import type { Account } from '../model'
import { allOf, countOf } from '../shelf'
import { page } from './paging'
import * as p from './params'
import { constrainIam } from './params'
import { samlValidUntil } from './shapes'
import { onEverything } from './targets'

const size = (record: object) => Object.keys(record).length

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html */
function summaryOf(account: Account) {
  const users = allOf(account.users)
  const versions = Object.values(account.policies).map((policy) => size(policy.versions))
  const { rootMfaDevices = [], rootAccessKeys = [], quotas = {} } = account
  const inUse = users.reduce(
    (sum, user) => sum + user.mfaDevices.length,
    rootMfaDevices.length
  )
  return {
    Users: users.length,
    UsersQuota: 5000,
    Groups: size(account.groups),
    GroupsQuota: quotas.GroupsPerAccount ?? 300,
    Roles: countOf(account.roles),
    RolesQuota: quotas.RolesPerAccount ?? 1000,
    Policies: size(account.policies),
    PoliciesQuota: quotas.PoliciesPerAccount ?? 1500,
    PolicySizeQuota: 6144,
    PolicyVersionsInUse: versions.reduce((sum, count) => sum + count, 0),
    PolicyVersionsInUseQuota: 10_000,
    VersionsPerPolicyQuota: 5,
    UserPolicySizeQuota: 2048,
    GroupPolicySizeQuota: 5120,
    RolePolicySizeQuota: 10_240,
    AssumeRolePolicySizeQuota: quotas.ACLSizePerRole ?? 2048,
    GroupsPerUserQuota: 10,
    AttachedPoliciesPerUserQuota: quotas.PoliciesPerUser ?? 10,
    AttachedPoliciesPerGroupQuota: quotas.PoliciesPerGroup ?? 10,
    AttachedPoliciesPerRoleQuota: quotas.PoliciesPerRole ?? 10,
    AccessKeysPerUserQuota: 2,
    SigningCertificatesPerUserQuota: 2,
    ServerCertificates: size(account.serverCertificates ?? {}),
    ServerCertificatesQuota: quotas.ServerCertificatesPerAccount ?? 20,
    InstanceProfiles: size(account.instanceProfiles),
    InstanceProfilesQuota: quotas.InstanceProfilesPerAccount ?? 1000,
    Providers: size(account.samlProviders) + size(account.oidcProviders),
    MFADevices: inUse + size(account.virtualMfaDevices ?? {}),
    MFADevicesInUse: inUse,
    AccountMFAEnabled: rootMfaDevices.length > 0 ? 1 : 0,
    AccountAccessKeysPresent: rootAccessKeys.length > 0 ? 1 : 0,
    AccountPasswordPresent: account.rootPassword === undefined ? 0 : 1,
    AccountSigningCertificatesPresent: 0,
    GlobalEndpointTokenVersion: account.globalEndpointTokenVersion ?? 1,
  }
}

export const accountOperations = {
  ListAccountAliases: {
    check: constrainIam({ ...p.paging }),
    on: onEverything,
    run: ({ account, input }) => {
      const { items, ...rest } = page(account.alias ? [account.alias] : [], input)
      return { AccountAliases: items, ...rest }
    },
  },

  GetAccountSummary: {
    on: onEverything,
    run: ({ account }) => ({ SummaryMap: summaryOf(account) }),
  },

  ListSAMLProviders: {
    on: onEverything,
    run: ({ account }) => ({
      SAMLProviderList: Object.entries(account.samlProviders).map(([Arn, provider]) => ({
        Arn,
        ValidUntil: samlValidUntil(provider),
        CreateDate: new Date(provider.created),
      })),
    }),
  },

  ListOpenIDConnectProviders: {
    on: onEverything,
    run: ({ account }) => ({
      OpenIDConnectProviderList: Object.keys(account.oidcProviders).map((Arn) => ({ Arn })),
    }),
  },
} satisfies Partial<OperationTable<IamOperations>>
