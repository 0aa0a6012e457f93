/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
import type { IamOperations } from '../api'
import { iamArn, roleArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import { newId, newUuid } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { Role } from '../model'
import { isOnShelf, putOnShelf, takeOffShelf } from '../shelf'
import { theRole } from './find'
import * as p from './params'
import { constrainIam, given } from './params'
import { isServiceLinked, SERVICE_LINKED_PATH } from './roles'
import { type LinkedService, linkedServiceOf } from './service-linked-services'
import { createdRole } from './shapes'
import { onRole } from './targets'

const serviceName = {
  ...p.groupName,
  then: undefined,
  pattern: /^[\w+=,.@-]+$/,
  shown: '[\\w+=,.@-]+',
}
const suffix = { min: 1, max: 64, pattern: /^[\w+=,.@-]+$/, shown: '[\\w+=,.@-]+' }
const taskId = { required: true, min: 1, max: 1000 }

const trustOf = (service: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' },
    ],
  })

type Given = { AWSServiceName: string | undefined; CustomSuffix?: string }

function theService({ AWSServiceName = '', CustomSuffix }: Given): LinkedService {
  const service = linkedServiceOf(AWSServiceName)
  if (!service) {
    throw serviceError(
      'InvalidInput',
      `Service-linked roles are not supported for ${AWSServiceName}`
    )
  }
  if (CustomSuffix !== undefined && !service.takesSuffix) {
    throw serviceError('InvalidInput', `Custom suffix is not allowed for ${AWSServiceName}`)
  }
  return service
}

const nameOf = ({ roleName }: LinkedService, { CustomSuffix }: Given) =>
  CustomSuffix === undefined ? roleName : `${roleName}_${CustomSuffix}`

const pathOf = ({ AWSServiceName = '' }: Given) =>
  `${SERVICE_LINKED_PATH}${AWSServiceName}/`

export function makeLinkedRole(
  { world, account, now }: Pick<Call<unknown>, 'world' | 'account' | 'now'>,
  service: LinkedService,
  name: string,
  input: Given & { Description?: string }
): Role {
  const role: Role = {
    name,
    path: pathOf(input),
    id: newId(world, 'AROA', account.id),
    created: now,
    trustPolicy: trustOf(given(input.AWSServiceName)),
    ...(input.Description ? { description: input.Description } : {}),
    maxSessionDuration: 3600,
    inline: {},
    attached: [service.policyArn],
    tags: [],
  }
  putOnShelf(account.roles, name, role)
  putOnShelf(world.principals, role.id, roleArn(account.id, role.path, name))
  return role
}

export const serviceLinkedRoleOperations = {
  CreateServiceLinkedRole: {
    check: constrainIam({
      AWSServiceName: serviceName,
      Description: p.description,
      CustomSuffix: suffix,
    }),
    needs: ({ AWSServiceName = '' }) => ({
      documents: [linkedServiceOf(AWSServiceName)?.policyArn ?? ''],
    }),
    // a role that cannot be made has no name yet
    on: ({ account, input }) => ({
      arn: iamArn(
        account.id,
        `role${pathOf(input)}${linkedServiceOf(given(input.AWSServiceName))?.roleName ?? '*'}`
      ),
      context: { 'iam:AWSServiceName': given(input.AWSServiceName) },
    }),
    run: ({ world, account, input, now }) => {
      const service = theService(input)
      const name = nameOf(service, input)
      if (isOnShelf(account.roles, name)) {
        throw serviceError(
          'InvalidInput',
          `Service role name ${name} has been taken in this account, please try a different suffix.`
        )
      }
      const role = makeLinkedRole({ world, account, now }, service, name, input)
      return { Role: createdRole(world, account, role) }
    },
  },

  /** No service here has anything that would still need its role. */
  DeleteServiceLinkedRole: {
    check: constrainIam({ RoleName: p.roleName }),
    on: onRole,
    run: ({ world, account, input }) => {
      const role = theRole(account, input.RoleName)
      if (!isServiceLinked(role)) {
        throw serviceError(
          'InvalidInput',
          `The role ${role.name} is not a service-linked role.`
        )
      }
      const DeletionTaskId = `task${role.path}${role.name}/${newUuid(world)}`
      takeOffShelf(account.roles, role.name)
      takeOffShelf(world.principals, role.id)
      const tasks = (account.deletionTasks ??= {})
      tasks[DeletionTaskId] = role.name
      return { DeletionTaskId }
    },
  },

  GetServiceLinkedRoleDeletionStatus: {
    check: constrainIam({ DeletionTaskId: taskId }),
    on: ({ account, input }) => {
      const name = account.deletionTasks?.[given(input.DeletionTaskId)] ?? '*'
      const service = input.DeletionTaskId?.split('/')[2] ?? '*'
      return { arn: roleArn(account.id, `${SERVICE_LINKED_PATH}${service}/`, name) }
    },
    run: ({ account, input }) => {
      if (account.deletionTasks?.[given(input.DeletionTaskId)] === undefined) {
        throw noSuchEntity(`Deletion task ${input.DeletionTaskId} cannot be found.`)
      }
      return { Status: 'SUCCEEDED' as const }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
