/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_ssh-keys.html */
import type { IamOperations } from '../api'
import { noSuchEntity, serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { SshPublicKey, User } from '../model'
import { newStatus } from './credential-status'
import { checkRoom, theUser } from './find'
import { page } from './paging'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import { readPublicKey, toPem, toSsh } from './ssh-key-formats'
import { onUser } from './targets'
import { userOrSelf } from './users'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const KEYS_PER_USER = 5

const keyId = { required: true, min: 20, max: 128, pattern: /^\w+$/, shown: '[\\w]+' }
const body = {
  required: true,
  min: 1,
  max: 16_384,
  pattern: /^[\t\n\r -ÿ]+$/,
  shown: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
}
const encoding = { required: true, oneOf: ['SSH', 'PEM'] }

function theKey(user: User, id: string | undefined) {
  const key = user.sshPublicKeys?.find((each) => each.id === id)
  if (!key) throw noSuchEntity(`The Public Key with id ${id} cannot be found.`)
  return key
}

const metadata = (user: User, key: SshPublicKey) => ({
  UserName: user.name,
  SSHPublicKeyId: key.id,
  Status: key.status,
  UploadDate: new Date(key.uploaded),
})

const whole = (user: User, key: SshPublicKey) => ({
  ...metadata(user, key),
  Fingerprint: key.fingerprint,
  SSHPublicKeyBody: key.body,
})

function inEncoding(text: string, wanted: string | undefined) {
  const key = readPublicKey(text)
  if (!key || wanted === (text.startsWith('ssh-rsa') ? 'SSH' : 'PEM')) return text
  return wanted === 'PEM' ? toPem(key) : toSsh(key)
}

export const sshPublicKeyOperations = {
  UploadSSHPublicKey: {
    check: constrainIam({ UserName: p.userName, SSHPublicKeyBody: body }),
    on: onUser,
    run: ({ world, account, input, now }) => {
      const user = theUser(account, input.UserName)
      const text = given(input.SSHPublicKeyBody).trim()
      const key = readPublicKey(text)
      if (!key) throw serviceError('InvalidPublicKey', 'The public key is not valid.')
      const keys = (user.sshPublicKeys ??= [])
      if (keys.some(({ fingerprint }) => fingerprint === key.fingerprint)) {
        throw serviceError(
          'DuplicateSSHPublicKey',
          'The SSH public key is already associated with the specified IAM user.'
        )
      }
      checkRoom(account, keys.length, 'SSHPublicKeysPerUser', KEYS_PER_USER)
      const made: SshPublicKey = {
        id: newId(world, 'APKA', account.id),
        body: text,
        fingerprint: key.fingerprint,
        status: 'Active',
        uploaded: now,
      }
      keys.push(made)
      return { SSHPublicKey: whole(user, made) }
    },
  },

  GetSSHPublicKey: {
    check: constrainIam({
      UserName: p.userName,
      SSHPublicKeyId: keyId,
      Encoding: encoding,
    }),
    on: onUser,
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      const key = theKey(user, input.SSHPublicKeyId)
      const SSHPublicKeyBody = inEncoding(key.body, input.Encoding)
      return { SSHPublicKey: { ...whole(user, key), SSHPublicKeyBody } }
    },
  },

  ListSSHPublicKeys: {
    check: constrainIam({ UserName: optional(p.userName), ...p.paging }),
    on: onUser,
    run: (call) => {
      const user = userOrSelf(call)
      const { items, ...rest } = page(user.sshPublicKeys ?? [], call.input)
      return { SSHPublicKeys: items.map((key) => metadata(user, key)), ...rest }
    },
  },

  UpdateSSHPublicKey: {
    check: constrainIam({ UserName: p.userName, SSHPublicKeyId: keyId, Status: p.status }),
    on: onUser,
    run: ({ account, input }) => {
      const key = theKey(theUser(account, input.UserName), input.SSHPublicKeyId)
      key.status = newStatus(input.Status)
      return {}
    },
  },

  DeleteSSHPublicKey: {
    check: constrainIam({ UserName: p.userName, SSHPublicKeyId: keyId }),
    on: onUser,
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      const { id } = theKey(user, input.SSHPublicKeyId)
      user.sshPublicKeys = (user.sshPublicKeys ?? []).filter((key) => key.id !== id)
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
