/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html */
import type { IamOperations } from '../api'
import { noSuchEntity, serviceError } from '../errors'
import { newCertificateId } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { SigningCertificate, User } from '../model'
import { newStatus } from './credential-status'
import { checkRoom } from './find'
import { page } from './paging'
import * as p from './params'
import { constrainIam, optional, given } from './params'
import { onUser, onUserOrRoot } from './targets'
import { userOrSelf } from './users'
import { readCertificate } from './x509'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const CERTIFICATES_PER_USER = 2

const certificateId = {
  required: true,
  min: 24,
  max: 128,
  pattern: /^\w+$/,
  shown: '[\\w]+',
}
const body = { ...p.policyDocument, max: 16_384 }

const noCertificate = (id: string | undefined) =>
  noSuchEntity(`The Certificate with id ${id} cannot be found.`)

const isRootItself = ({ caller, input }: Call<{ UserName?: string }>) =>
  input.UserName === undefined && caller.kind === 'root'

function theCertificate(user: User, id: string | undefined) {
  const found = user.signingCertificates?.find((each) => each.id === id)
  if (!found) throw noCertificate(id)
  return found
}

const shape = (user: User, certificate: SigningCertificate) => ({
  UserName: user.name,
  CertificateId: certificate.id,
  CertificateBody: certificate.body,
  Status: certificate.status,
  UploadDate: new Date(certificate.uploaded),
})

export const signingCertificateOperations = {
  UploadSigningCertificate: {
    check: constrainIam({ UserName: optional(p.userName), CertificateBody: body }),
    on: onUser,
    run: (call) => {
      const { world, account, input, now } = call
      const user = userOrSelf(call)
      const text = given(input.CertificateBody)
      if (!readCertificate(text)) {
        throw serviceError('MalformedCertificate', `Certificate ${text} is malformed.`)
      }
      const certificates = (user.signingCertificates ??= [])
      checkRoom(account, certificates.length, 'CertificatesPerUser', CERTIFICATES_PER_USER)
      if (certificates.some((each) => each.body.trim() === text.trim())) {
        throw serviceError(
          'DuplicateCertificate',
          'The same certificate is associated with an IAM user in the account.'
        )
      }
      const certificate: SigningCertificate = {
        id: newCertificateId(world),
        body: text,
        status: 'Active',
        uploaded: now,
      }
      certificates.push(certificate)
      return { Certificate: shape(user, certificate) }
    },
  },

  ListSigningCertificates: {
    check: constrainIam({ UserName: optional(p.userName), ...p.paging }),
    on: onUserOrRoot,
    run: (call) => {
      // no root user here has any
      if (isRootItself(call)) return { Certificates: [], IsTruncated: false }
      const user = userOrSelf(call)
      const { items, ...rest } = page(user.signingCertificates ?? [], call.input)
      return { Certificates: items.map((each) => shape(user, each)), ...rest }
    },
  },

  UpdateSigningCertificate: {
    check: constrainIam({
      UserName: optional(p.userName),
      CertificateId: certificateId,
      Status: p.status,
    }),
    on: onUser,
    run: (call) => {
      const certificate = theCertificate(userOrSelf(call), call.input.CertificateId)
      certificate.status = newStatus(call.input.Status)
      return {}
    },
  },

  DeleteSigningCertificate: {
    check: constrainIam({ UserName: optional(p.userName), CertificateId: certificateId }),
    on: onUserOrRoot,
    run: (call) => {
      if (isRootItself(call)) throw noCertificate(call.input.CertificateId)
      const user = userOrSelf(call)
      const { id } = theCertificate(user, call.input.CertificateId)
      user.signingCertificates =
        user.signingCertificates?.filter((each) => each.id !== id) ?? []
      return {}
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
