import type { IamOperations } from '../api'
import { noSuchEntity, serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { Account } from '../model'
import { allOf, countOf } from '../shelf'
import { page } from './paging'
import * as p from './params'
import { constrain } from './params'
import { onEverything } from './targets'

const alias = {
  required: true,
  min: 3,
  max: 63,
  pattern: /^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/,
  shown: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$',
}

const size = (record: object) => Object.keys(record).length

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html */
function summaryOf(account: Account) {
  const users = allOf(account.users)
  const versions = Object.values(account.policies).map((policy) => size(policy.versions))
  const devices = users.reduce((sum, user) => sum + user.mfaDevices.length, 0)
  return {
    Users: users.length,
    UsersQuota: 5000,
    Groups: size(account.groups),
    GroupsQuota: 300,
    Roles: countOf(account.roles),
    RolesQuota: 1000,
    Policies: size(account.policies),
    PoliciesQuota: 1500,
    PolicySizeQuota: 6144,
    PolicyVersionsInUse: versions.reduce((sum, count) => sum + count, 0),
    PolicyVersionsInUseQuota: 10_000,
    VersionsPerPolicyQuota: 5,
    UserPolicySizeQuota: 2048,
    GroupPolicySizeQuota: 5120,
    RolePolicySizeQuota: 10_240,
    AssumeRolePolicySizeQuota: 2048,
    GroupsPerUserQuota: 10,
    AttachedPoliciesPerUserQuota: 10,
    AttachedPoliciesPerGroupQuota: 10,
    AttachedPoliciesPerRoleQuota: 10,
    AccessKeysPerUserQuota: 2,
    SigningCertificatesPerUserQuota: 2,
    ServerCertificates: 0,
    ServerCertificatesQuota: 20,
    InstanceProfiles: size(account.instanceProfiles),
    InstanceProfilesQuota: 1000,
    Providers: size(account.samlProviders) + size(account.oidcProviders),
    MFADevices: devices,
    MFADevicesInUse: devices,
    AccountMFAEnabled: 0,
    AccountAccessKeysPresent: 0,
    AccountPasswordPresent: account.rootPassword === undefined ? 0 : 1,
    AccountSigningCertificatesPresent: 0,
    GlobalEndpointTokenVersion: 1,
  }
}

export const accountOperations = {
  /** An account has one alias; a new one takes the place of the old. */
  CreateAccountAlias: {
    check: constrain({ AccountAlias: alias }),
    on: onEverything,
    run: ({ world, account, input }) => {
      const wanted = input.AccountAlias ?? ''
      const taken = Object.values(world.accounts).some(
        (other) => other.alias === wanted && other.id !== account.id
      )
      if (taken || /^\d{12}$/.test(wanted)) {
        throw serviceError(
          'EntityAlreadyExists',
          `The account alias ${wanted} already exists.`
        )
      }
      account.alias = wanted
      return {}
    },
  },

  DeleteAccountAlias: {
    check: constrain({ AccountAlias: alias }),
    on: onEverything,
    run: ({ account, input }) => {
      if (account.alias !== input.AccountAlias) {
        throw noSuchEntity(`The account alias ${input.AccountAlias} cannot be found.`)
      }
      delete account.alias
      return {}
    },
  },

  ListAccountAliases: {
    check: constrain({ MaxItems: p.maxItems }),
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
      SAMLProviderList: Object.entries(account.samlProviders).map(([Arn, { created }]) => ({
        Arn,
        CreateDate: new Date(created),
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
