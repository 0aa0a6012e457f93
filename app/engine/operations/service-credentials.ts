/**
 * Passwords and keys for one service alone.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html
 */
import type { IamOperations } from '../api'
import { noSuchEntity } from '../errors'
import { newId, newServicePassword } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { Account, ServiceCredential, User, World } from '../model'
import { checkRoom, theUser } from './find'
import { page, shelfByName } from './paging'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import { onEverything, onUser } from './targets'
import { userOrSelf } from './users'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const CREDENTIALS_PER_SERVICE = 2

const DAY = 86_400_000

/** Some have a user name and a password, others an API key. */
const services: Record<string, 'password' | 'key'> = {
  'codecommit.amazonaws.com': 'password',
  'cassandra.amazonaws.com': 'password',
  'bedrock.amazonaws.com': 'key',
  'logs.amazonaws.com': 'key',
}

const credentialId = {
  required: true,
  min: 20,
  max: 128,
  pattern: /^\w+$/,
  shown: '[\\w]+',
}
const age = { least: 1, most: 36_600 }

function checkService(name: string | undefined) {
  if (name === undefined || Object.hasOwn(services, name)) return
  throw noSuchEntity(
    `No such service ${name} is supported for Service Specific Credentials`
  )
}

function theCredential(user: User, id: string | undefined) {
  const found = user.serviceCredentials?.find((each) => each.id === id)
  if (!found) throw noSuchEntity(`No such credential ${id} exists`)
  return found
}

const isKey = ({ service }: ServiceCredential) => services[service] === 'key'

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

const newSecret = (world: World, service: string) =>
  services[service] === 'key'
    ? `ABSK${newServicePassword(world)}`
    : newServicePassword(world)

type Asked = {
  UserName?: string
  AllUsers?: boolean
  ServiceName?: string
}

function listed(call: Call<Asked>) {
  const { account, input } = call
  const users = input.AllUsers ? shelfByName(account.users) : [userOrSelf(call)]
  return users.flatMap((user) =>
    (user.serviceCredentials ?? [])
      .filter(({ service }) => (input.ServiceName ?? service) === service)
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
      const service = given(input.ServiceName)
      checkService(service)
      const all = (user.serviceCredentials ??= [])
      const count = all.filter((each) => each.service === service).length
      checkRoom(
        account,
        count,
        'ServiceSpecificCredentialsPerUser',
        CREDENTIALS_PER_SERVICE
      )
      const days = input.CredentialAgeDays
      const credential: ServiceCredential = {
        id: newId(world, 'ACCA', account.id),
        service,
        userName: serviceUserName(account, user, count),
        secret: newSecret(world, service),
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
    on: (call) => (call.input.AllUsers ? onEverything() : onUser(call)),
    run: (call) => {
      const found = listed(call)
      checkService(call.input.ServiceName)
      const { items, ...rest } = page(found, call.input)
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
      const credential = theCredential(userOrSelf(call), input.ServiceSpecificCredentialId)
      credential.status = input.Status === 'Active' ? 'Active' : 'Inactive'
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
      const credential = theCredential(user, call.input.ServiceSpecificCredentialId)
      credential.secret = newSecret(call.world, credential.service)
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
      const { id } = theCredential(user, call.input.ServiceSpecificCredentialId)
      user.serviceCredentials =
        user.serviceCredentials?.filter((each) => each.id !== id) ?? []
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
