/**
 * What an organization does centrally for the root users of its member accounts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html
 */
import type { IamOperations } from '../api'
import { serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import type { Organization, RootFeature } from '../model'
import { memberOrganization } from '../world'
import { onEverything } from './targets'

const IAM = 'iam.amazonaws.com'

/** Accounts that may act on others for IAM: the management account, and whom it has chosen. */
export const administersIam = (organization: Organization, account: string) =>
  organization.managementAccount === account ||
  organization.delegatedAdministrators?.[IAM]?.includes(account) === true

/** IAM may look into the organization. */
export const trustsIam = ({ trustedServices }: Organization) =>
  trustedServices?.includes(IAM) === true

type Some = Call<Record<never, never>>

/** The organization of a caller that administers IAM for it. */
function administered({ world, account }: Some): Organization {
  const organization = memberOrganization(world.organization, account.id)
  if (!organization) {
    throw serviceError(
      'OrganizationNotFoundException',
      'The request was rejected because no organization is associated with your account.'
    )
  }
  if (organization.featureSet === 'CONSOLIDATED_BILLING') {
    throw serviceError(
      'OrganizationNotInAllFeaturesModeException',
      'The request was rejected because your organization does not have All features enabled.'
    )
  }
  if (!administersIam(organization, account.id)) {
    throw serviceError(
      'AccountNotManagementOrDelegatedAdministratorException',
      'The request was rejected because the account making the request is not the management account or delegated administrator account for centralized root access.'
    )
  }
  if (!trustsIam(organization)) {
    throw serviceError(
      'ServiceAccessNotEnabledException',
      `Trusted Access for IAM not enabled by organization of input account ${account.id}.`
    )
  }
  return organization
}

const answer = ({ id, rootFeatures = [] }: Organization) => ({
  OrganizationId: id,
  EnabledFeatures: [...rootFeatures],
})

const order: RootFeature[] = ['RootCredentialsManagement', 'RootSessions']

function set(call: Some, feature: RootFeature, isOn: boolean) {
  const organization = administered(call)
  const before = organization.rootFeatures ?? []
  organization.rootFeatures = order.filter((each) =>
    each === feature ? isOn : before.includes(each)
  )
  return answer(organization)
}

/** Only the management account turns a feature on; whoever has been chosen may turn it off. */
const enabling = (feature: RootFeature) => ({
  on: onEverything,
  run: (call: Some) => {
    const { managementAccount } = administered(call)
    if (call.account.id !== managementAccount) {
      throw serviceError(
        'CallerIsNotManagementAccountException',
        'The request was rejected because the account making the request is not the management account for the organization.'
      )
    }
    return set(call, feature, true)
  },
})

const disabling = (feature: RootFeature) => ({
  on: onEverything,
  run: (call: Some) => set(call, feature, false),
})

export const organizationFeatureOperations = {
  EnableOrganizationsRootCredentialsManagement: enabling('RootCredentialsManagement'),
  EnableOrganizationsRootSessions: enabling('RootSessions'),
  DisableOrganizationsRootCredentialsManagement: disabling('RootCredentialsManagement'),
  DisableOrganizationsRootSessions: disabling('RootSessions'),
  ListOrganizationsFeatures: {
    on: onEverything,
    run: (call) => answer(administered(call)),
  },
} satisfies Partial<OperationTable<IamOperations>>
