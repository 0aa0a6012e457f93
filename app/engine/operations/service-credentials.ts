/**
 * Passwords and keys for one service alone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html
 */
import type { IamOperations } from '../api'
import { userArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import { newId, newServicePassword } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { Account, ServiceCredential, User, World } from '../model'
import { untouched } from '../records'
import { allOf } from '../shelf'
import { newStatus } from './credential-status'
import { checkRoom, theUser } from './find'
import { page, shelfByName } from './paging'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import { onUser } from './targets'
import { userOrSelf } from './users'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const CREDENTIALS_PER_SERVICE = 2

const DAY = 86_400_000

/**
 * Some have a user name and a password, others an API key, which shows whose it is: recorded
 * answers of AWS.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_api_keys_for_aws_services.html
 */
const services: Record<string, { keyPrefix?: string }> = {
  'codecommit.amazonaws.com': {},
  'cassandra.amazonaws.com': {},
  'bedrock.amazonaws.com': { keyPrefix: 'ABSK' },
  'logs.amazonaws.com': { keyPrefix: 'ACWL' },
  'cloudwatch.amazonaws.com': { keyPrefix: 'APIAACWM' },
  'aws-external-anthropic.amazonaws.com': { keyPrefix: 'AEAA' },
}

const credentialId = {
  required: true,
  min: 20,
  max: 128,
  pattern: /^\w+$/,
  shown: '[\\w]+',
}
const age = { least: 1, most: 36_600 }

/** The name as it is kept, whatever its case; no name and an empty one ask for all. */
function theService(name: string | undefined) {
  const lowered = name?.toLowerCase()
  if (!lowered || Object.hasOwn(services, lowered)) return lowered || undefined
  throw noSuchEntity(
    `No such service ${name} is supported for Service Specific Credentials`
  )
}

function theCredential(account: Account, user: User, id: string | undefined) {
  const isIt = (each: ServiceCredential) => each.id === id
  const found = user.serviceCredentials?.find(isIt)
  if (found) return found
  if (allOf(untouched(account.users)).some((each) => each.serviceCredentials?.some(isIt))) {
    throw serviceError(
      'ValidationError',
      `User ${user.name} does not have a service specific credential with id ${id}`
    )
  }
  throw noSuchEntity(`No such credential ${id} exists`)
}

const isKey = ({ service }: ServiceCredential) => services[service]?.keyPrefix !== undefined

const metadata = (user: User, credential: ServiceCredential) => ({
  UserName: user.name,
  Status: credential.status,
  ...(isKey(credential)
    ? { ServiceCredentialAlias: credential.userName }
    : { ServiceUserName: credential.userName }),
  CreateDate: new Date(credential.created),
  ...(credential.expires ? { ExpirationDate: new Date(credential.expires) } : {}),
  ServiceSpecificCredentialId: credential.id,
  ServiceName: credential.service,
})

/** The secret is told when it is made, and never again. */
const whole = (user: User, credential: ServiceCredential) => ({
  ...metadata(user, credential),
  ...(isKey(credential)
    ? { ServiceCredentialSecret: credential.secret }
    : { ServicePassword: credential.secret }),
})

/** Later ones of a user for one service are counted. */
const serviceUserName = (account: Account, user: User, count: number) =>
  `${user.name}${count > 0 ? `+${count}` : ''}-at-${account.id}`

/** An API key holds its user name and its password. */
function newSecret(world: World, service: string, userName: string) {
  const password = newServicePassword(world)
  const { keyPrefix } = services[service] ?? {}
  return keyPrefix === undefined ? password : keyPrefix + btoa(`${userName}:${password}`)
}

type Asked = {
  UserName?: string
  AllUsers?: boolean
  ServiceName?: string
}

function listed(call: Call<Asked>) {
  const { account, input } = call
  const wanted = theService(input.ServiceName)
  const users = input.AllUsers ? shelfByName(account.users) : [userOrSelf(call)]
  return users.flatMap((user) =>
    (user.serviceCredentials ?? [])
      .filter(({ service }) => (wanted ?? service) === service)
      .map((credential) => metadata(user, credential))
  )
}

export const serviceCredentialOperations = {
  CreateServiceSpecificCredential: {
    check: constrainIam({
      UserName: p.userName,
      ServiceName: { required: true },
      CredentialAgeDays: age,
    }),
    on: onUser,
    run: ({ world, account, input, now }) => {
      const user = theUser(account, input.UserName)
      const service = given(theService(input.ServiceName))
      const all = (user.serviceCredentials ??= [])
      const count = all.filter((each) => each.service === service).length
      checkRoom(
        account,
        count,
        'ContextSpecificCredentialsPerUserPerContext',
        CREDENTIALS_PER_SERVICE
      )
      const days = input.CredentialAgeDays
      const userName = serviceUserName(account, user, count)
      const credential: ServiceCredential = {
        id: newId(world, 'ACCA', account.id),
        service,
        userName,
        secret: newSecret(world, service, userName),
        status: 'Active',
        created: now,
        ...(days === undefined
          ? {}
          : { expires: new Date(Date.parse(now) + days * DAY).toISOString() }),
      }
      all.push(credential)
      return { ServiceSpecificCredential: whole(user, credential) }
    },
  },

  ListServiceSpecificCredentials: {
    check: constrainIam({
      UserName: optional(p.userName),
      AllUsers: { flag: true },
      ...p.paging,
    }),
    on: (call) =>
      call.input.AllUsers ? { arn: userArn(call.account.id, '/', '*') } : onUser(call),
    run: (call) => {
      const { items, ...rest } = page(listed(call), call.input)
      return { ServiceSpecificCredentials: items, ...rest }
    },
  },

  UpdateServiceSpecificCredential: {
    check: constrainIam({
      UserName: optional(p.userName),
      ServiceSpecificCredentialId: credentialId,
      Status: p.status,
    }),
    on: onUser,
    run: (call) => {
      const { input } = call
      const credential = theCredential(
        call.account,
        userOrSelf(call),
        input.ServiceSpecificCredentialId
      )
      credential.status = newStatus(input.Status)
      return {}
    },
  },

  ResetServiceSpecificCredential: {
    check: constrainIam({
      UserName: optional(p.userName),
      ServiceSpecificCredentialId: credentialId,
    }),
    on: onUser,
    run: (call) => {
      const user = userOrSelf(call)
      const credential = theCredential(
        call.account,
        user,
        call.input.ServiceSpecificCredentialId
      )
      credential.secret = newSecret(call.world, credential.service, credential.userName)
      return { ServiceSpecificCredential: whole(user, credential) }
    },
  },

  DeleteServiceSpecificCredential: {
    check: constrainIam({
      UserName: optional(p.userName),
      ServiceSpecificCredentialId: credentialId,
    }),
    on: onUser,
    run: (call) => {
      const user = userOrSelf(call)
      const { id } = theCredential(
        call.account,
        user,
        call.input.ServiceSpecificCredentialId
      )
      user.serviceCredentials =
        user.serviceCredentials?.filter((each) => each.id !== id) ?? []
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
