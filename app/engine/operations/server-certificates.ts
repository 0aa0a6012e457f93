/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html */
import type { IamOperations } from '../api'
import { iamArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import { newId } from '../ids'
import type { OperationTable } from '../kernel'
import type { Account, ServerCertificate } from '../model'
import { entryOf, keyOf, keysOf } from '../records'
import { checkRoom, isTaken } from './find'
import { byName, page } from './paging'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import { putTags, resourceTags, tagsShape } from './tags'
import { tagging } from './tagging'
import {
  onEverything,
  onNewServerCertificate,
  onServerCertificate,
  withRequest,
} from './targets'
import { isChain, keyProblem, readCertificate } from './x509'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const CERTIFICATES_PER_ACCOUNT = 20

const body = { ...p.policyDocument, max: 16_384 }
const chain = { ...p.optionalDocument, max: 2_097_152 }

const alreadyThere = (name: string) =>
  serviceError(
    'EntityAlreadyExists',
    `The Server Certificate with name ${name} already exists.`
  )

const malformed = (what: string) =>
  serviceError(
    'MalformedCertificate',
    `Unable to parse ${what}. Please ensure the ${what} is in PEM format.`
  )

function theCertificate(account: Account, name: string | undefined) {
  const found = entryOf(account.serverCertificates ?? {}, name)
  if (!found) {
    throw noSuchEntity(`The Server Certificate with name ${name} cannot be found.`)
  }
  return found
}

const metadata = (account: Account, certificate: ServerCertificate) => ({
  Path: certificate.path,
  ServerCertificateName: certificate.name,
  ServerCertificateId: certificate.id,
  Arn: iamArn(account.id, `server-certificate${certificate.path}${certificate.name}`),
  UploadDate: new Date(certificate.uploaded),
  Expiration: new Date(certificate.expires),
})

type Given = {
  CertificateBody: string | undefined
  PrivateKey: string | undefined
  CertificateChain?: string
}

/** When the certificate ends, once it is known to be one and to have this key. */
function expiryOf({ CertificateBody = '', PrivateKey = '', CertificateChain }: Given) {
  const certificate = readCertificate(CertificateBody)
  if (!certificate) throw malformed('certificate')
  if (CertificateChain !== undefined && !isChain(CertificateChain)) {
    throw malformed('certificate chain')
  }
  const problem = keyProblem(certificate, PrivateKey)
  if (problem === 'malformed') throw malformed('private key')
  if (problem === 'mismatch') {
    throw serviceError(
      'KeyPairMismatch',
      'The public key certificate and the private key do not match.'
    )
  }
  return certificate.expires
}

const certificateTags = tagging<{ ServerCertificateName: string | undefined }>(
  { ServerCertificateName: p.serverCertificateName },
  onServerCertificate,
  ({ account, input }) => theCertificate(account, input.ServerCertificateName)
)

export const serverCertificateOperations = {
  UploadServerCertificate: {
    check: constrainIam({
      Path: p.path,
      ServerCertificateName: p.serverCertificateName,
      CertificateBody: body,
      PrivateKey: body,
      CertificateChain: chain,
      Tags: p.tags,
    }),
    secret: ['PrivateKey'],
    on: withRequest(onNewServerCertificate),
    run: ({ world, account, input, now }) => {
      const name = given(input.ServerCertificateName)
      const expires = expiryOf(input)
      const tags = putTags([], input.Tags, resourceTags)
      const before = account.serverCertificates ?? {}
      if (isTaken(before, name)) throw alreadyThere(name)
      checkRoom(
        account,
        keysOf(before).length,
        'ServerCertificatesPerAccount',
        CERTIFICATES_PER_ACCOUNT
      )
      const certificate: ServerCertificate = {
        name,
        path: input.Path ?? '/',
        id: newId(world, 'ASCA', account.id),
        uploaded: now,
        expires,
        body: given(input.CertificateBody),
        ...(input.CertificateChain ? { chain: input.CertificateChain } : {}),
        tags,
      }
      const all = (account.serverCertificates ??= {})
      all[keyOf(name)] = certificate
      return {
        ServerCertificateMetadata: metadata(account, certificate),
        ...(tags.length > 0 ? { Tags: tagsShape(tags) } : {}),
      }
    },
  },

  GetServerCertificate: {
    check: constrainIam({ ServerCertificateName: p.serverCertificateName }),
    on: onServerCertificate,
    run: ({ account, input }) => {
      const certificate = theCertificate(account, input.ServerCertificateName)
      return {
        ServerCertificate: {
          ServerCertificateMetadata: metadata(account, certificate),
          CertificateBody: certificate.body,
          ...(certificate.chain ? { CertificateChain: certificate.chain } : {}),
          Tags: tagsShape(certificate.tags),
        },
      }
    },
  },

  ListServerCertificates: {
    check: constrainIam({ PathPrefix: p.pathPrefix, ...p.paging }),
    on: onEverything,
    run: ({ account, input }) => {
      const prefix = input.PathPrefix ?? '/'
      const certificates = byName(account.serverCertificates ?? {}).filter(({ path }) =>
        path.startsWith(prefix)
      )
      const { items, ...rest } = page(certificates, input)
      return {
        ServerCertificateMetadataList: items.map((each) => metadata(account, each)),
        ...rest,
      }
    },
  },

  UpdateServerCertificate: {
    check: constrainIam({
      ServerCertificateName: p.serverCertificateName,
      NewPath: p.newPath,
      NewServerCertificateName: optional(p.newServerCertificateName),
    }),
    on: onServerCertificate,
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServerCertificate.html
    also: ({ account, input }) => {
      const before = entryOf(account.serverCertificates ?? {}, input.ServerCertificateName)
      const { NewServerCertificateName: name, NewPath: path } = input
      if (!before || (name === undefined && path === undefined)) return []
      const moved = `server-certificate${path ?? before.path}${name ?? before.name}`
      return [
        {
          action: 'iam:UpdateServerCertificate',
          target: { arn: iamArn(account.id, moved) },
        },
      ]
    },
    run: ({ account, input }) => {
      const certificate = theCertificate(account, input.ServerCertificateName)
      const all = (account.serverCertificates ??= {})
      const { name: before } = certificate
      const name = input.NewServerCertificateName ?? before
      if (name.toLowerCase() !== before.toLowerCase() && isTaken(all, name)) {
        throw alreadyThere(name)
      }
      delete all[keyOf(before)]
      certificate.name = name
      certificate.path = input.NewPath ?? certificate.path
      all[keyOf(name)] = certificate
      return {}
    },
  },

  DeleteServerCertificate: {
    check: constrainIam({ ServerCertificateName: p.serverCertificateName }),
    on: onServerCertificate,
    run: ({ account, input }) => {
      const { name } = theCertificate(account, input.ServerCertificateName)
      delete account.serverCertificates?.[keyOf(name)]
      return {}
    },
  },

  TagServerCertificate: certificateTags.tag,
  UntagServerCertificate: certificateTags.untag,
  ListServerCertificateTags: certificateTags.list,
} satisfies Partial<OperationTable<IamOperations>>
