/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutAccountProperties.html */
import type { IamOperations } from '../api'
import { roleArn } from '../arn'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import { isOnShelf } from '../shelf'
import { SERVICE_LINKED_PATH } from './roles'
import { makeLinkedRole } from './service-linked-roles'
import { linkedServiceOf } from './service-linked-services'

/** The one namespace there is, and its one property. */
const NAMESPACE = 'RoleManager'
const ENABLED = `${NAMESPACE}/Enabled`

const AWSServiceName = 'role-manager.iam.amazonaws.com'

const keyRules =
  'Map keys must satisfy constraint: [Member must have length less than or equal to 50, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ^[A-Za-z][A-Za-z0-9/_-]*$]'
const valueRules =
  'Map value must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1]'

type Properties = Record<string, string>

const broken = (must: string) =>
  serviceError(
    'ValidationError',
    `1 validation error detected: Value at 'properties' failed to satisfy constraint: ${must}`
  )

const invalid = (message: string) => serviceError('InvalidInput', message)

function check({ Properties = {} }: { Properties?: Properties }) {
  const all = Object.entries(Properties)
  // an empty map is sent as none
  if (all.length === 0) throw broken('Member must not be null')
  if (all.some(([key]) => !/^[A-Za-z][\w/-]{0,49}$/.test(key))) throw broken(keyRules)
  if (all.some(([, value]) => value.length < 1 || value.length > 1024)) {
    throw broken(valueRules)
  }
}

const namespacesOf = ({ Properties = {} }: { Properties?: Properties }) => [
  ...new Set(Object.keys(Properties).map((key) => key.split('/')[0] ?? '')),
]

/** Whether roles are to be managed; other properties of the namespace are not looked at. */
function enabledOf({ Properties = {} }: { Properties?: Properties }): boolean {
  const odd = Object.keys(Properties).find((key) => !/^[^/]+\/./.test(key))
  if (odd) throw invalid(`Property key must be in format Namespace/PropertyName: ${odd}`)
  const [namespace, ...others] = namespacesOf({ Properties })
  if (others.length > 0) throw invalid('All properties must belong to the same namespace')
  if (namespace !== NAMESPACE) throw invalid(`Unsupported namespace: ${namespace}`)
  const value = Properties[ENABLED]
  if (value === undefined) {
    throw invalid(`${NAMESPACE} namespace requires Enabled property`)
  }
  if (value !== 'true' && value !== 'false') {
    throw invalid("Enabled must be 'true' or 'false'")
  }
  return value === 'true'
}

const onProperties = (namespaces: string[]) => ({
  arn: '*',
  context: { 'iam:AccountPropertyNamespaces': namespaces },
})

export const accountPropertyOperations = {
  GetAccountProperties: {
    on: () => onProperties([NAMESPACE]),
    run: ({ account }) => ({
      Properties: { [ENABLED]: String(account.roleManager === true) },
    }),
  },

  /** Turning it on makes its service a role, which stays when it is turned off. */
  PutAccountProperties: {
    check,
    on: ({ input }) => onProperties(namespacesOf(input)),
    also: ({ account, input }) => {
      if (input.Properties?.[ENABLED] !== 'true') return []
      const name = linkedServiceOf(AWSServiceName)?.roleName ?? ''
      const arn = roleArn(account.id, `${SERVICE_LINKED_PATH}${AWSServiceName}/`, name)
      const context = { 'iam:AWSServiceName': AWSServiceName }
      return [{ action: 'iam:CreateServiceLinkedRole', target: { arn, context } }]
    },
    run: ({ world, account, input, now }) => {
      const isOn = enabledOf(input)
      const service = linkedServiceOf(AWSServiceName)
      if (isOn && service && !isOnShelf(account.roles, service.roleName)) {
        const given = { AWSServiceName }
        makeLinkedRole({ world, account, now }, service, service.roleName, given)
      }
      account.roleManager = isOn
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
