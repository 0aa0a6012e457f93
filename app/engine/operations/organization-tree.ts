/** https://docs.aws.amazon.com/organizations/latest/APIReference/Welcome.html */
import type { OrganizationsOperations } from '../api'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { Organization } from '../model'
import {
  accountsBelow,
  accountShape,
  allUnits,
  arnIn,
  constrain,
  managedOrganization,
  pageOf,
  paging,
  partArn,
  readOrganization,
  ROOT,
  theOrganization,
  unitsBelow,
} from './organization-members'
import { given } from './params'
import { onEverything } from './targets'

const parentId = {
  required: true,
  pattern: /^(?:r-[0-9a-z]{4,32}|ou-[0-9a-z-]+)$/,
  shown: '^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$',
}

const accountId = { required: true, pattern: /^\d{12}$/, shown: '^\\d{12}$' }

const servicePrincipal = {
  required: true,
  min: 1,
  max: 128,
  pattern: /^[\w+=,.@-]*$/,
  shown: '[\\w+=,.@-]*',
}

const usesPolicies = (by: object) => Object.keys(by).length > 0

/** The kinds of policies that are in use. */
const policyTypes = ({ scps, rcps }: Organization) => [
  ...(usesPolicies(scps)
    ? [{ Type: 'SERVICE_CONTROL_POLICY' as const, Status: 'ENABLED' as const }]
    : []),
  ...(usesPolicies(rcps)
    ? [{ Type: 'RESOURCE_CONTROL_POLICY' as const, Status: 'ENABLED' as const }]
    : []),
]

function theParent(organization: Organization, id: string) {
  if (id === ROOT || allUnits(organization).includes(id)) return id
  throw serviceError(
    'ParentNotFoundException',
    "You specified a root or OU that doesn't exist."
  )
}

export const organizationTreeOperations = {
  /** Any account of the organization may ask. */
  DescribeOrganization: {
    on: onEverything,
    run: (call) => {
      const organization = theOrganization(call)
      const { id, managementAccount, featureSet = 'ALL' } = organization
      const manager = accountShape(call.world, organization, managementAccount)
      return {
        Organization: {
          Id: id,
          Arn: arnIn(organization, `organization/${id}`),
          FeatureSet: featureSet,
          MasterAccountArn: manager.Arn,
          MasterAccountId: managementAccount,
          MasterAccountEmail: manager.Email,
          AvailablePolicyTypes: [
            { Type: 'SERVICE_CONTROL_POLICY' as const, Status: 'ENABLED' as const },
          ],
        },
      }
    },
  },

  ListRoots: {
    check: constrain(paging),
    on: onEverything,
    run: (call) => {
      const organization = readOrganization(call)
      return {
        Roots: [
          {
            Id: ROOT,
            Arn: arnIn(organization, `root/${organization.id}/${ROOT}`),
            Name: 'Root',
            PolicyTypes: policyTypes(organization),
          },
        ],
      }
    },
  },

  ListOrganizationalUnitsForParent: {
    check: constrain({ ParentId: parentId, ...paging }),
    on: ({ world, input }) => ({ arn: partArn(world, input.ParentId) }),
    run: (call) => {
      const organization = readOrganization(call)
      const parent = theParent(organization, given(call.input.ParentId))
      const { items, more } = pageOf(unitsBelow(organization, parent), call.input)
      const OrganizationalUnits = items.map((unit) => ({
        Id: unit,
        Arn: arnIn(organization, `ou/${organization.id}/${unit}`),
        Name: unit,
      }))
      return { OrganizationalUnits, ...more }
    },
  },

  ListAccountsForParent: {
    check: constrain({ ParentId: parentId, ...paging }),
    on: ({ world, input }) => ({ arn: partArn(world, input.ParentId) }),
    run: (call) => {
      const organization = readOrganization(call)
      const parent = theParent(organization, given(call.input.ParentId))
      const { items, more } = pageOf(accountsBelow(organization, parent), call.input)
      const Accounts = items.map((id) => accountShape(call.world, organization, id))
      return { Accounts, ...more }
    },
  },

  ListAccounts: {
    check: constrain(paging),
    on: onEverything,
    run: (call) => {
      const organization = readOrganization(call)
      const { items, more } = pageOf(Object.keys(organization.accounts), call.input)
      const Accounts = items.map((id) => accountShape(call.world, organization, id))
      return { Accounts, ...more }
    },
  },

  DescribeAccount: {
    check: constrain({ AccountId: accountId }),
    on: ({ world, input }) => ({ arn: partArn(world, input.AccountId) }),
    run: (call) => {
      const organization = readOrganization(call)
      const id = given(call.input.AccountId)
      if (!Object.hasOwn(organization.accounts, id)) {
        throw serviceError(
          'AccountNotFoundException',
          "You specified an account that doesn't exist."
        )
      }
      return { Account: accountShape(call.world, organization, id) }
    },
  },

  /** Since when a service is trusted is nowhere kept. */
  ListAWSServiceAccessForOrganization: {
    check: constrain(paging),
    on: onEverything,
    run: (call) => {
      const { trustedServices = [] } = readOrganization(call)
      const { items, more } = pageOf(trustedServices, call.input)
      const EnabledServicePrincipals = items.map((ServicePrincipal) => ({
        ServicePrincipal,
      }))
      return { EnabledServicePrincipals, ...more }
    },
  },

  EnableAWSServiceAccess: {
    check: constrain({ ServicePrincipal: servicePrincipal }),
    on: ({ input }) => ({
      arn: '*',
      context: { 'organizations:ServicePrincipal': given(input.ServicePrincipal) },
    }),
    run: (call) => {
      const organization = managedOrganization(call)
      const trusted = organization.trustedServices ?? []
      organization.trustedServices = [
        ...new Set([...trusted, given(call.input.ServicePrincipal)]),
      ]
      return {}
    },
  },
} satisfies Partial<OperationTable<OrganizationsOperations>>
