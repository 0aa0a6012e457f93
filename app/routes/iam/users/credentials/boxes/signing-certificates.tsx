import type { SigningCertificate } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { useSigningCertificates } from '~/data/user-credentials'
import { clock } from '~/lib/clock'
import { formatAge } from '~/lib/text'
import type { Kind } from './credential-question'
import { CredentialTable, statusColumn } from './credential-table'
import { UploadModal } from './upload-modal'

const columns = [
  {
    id: 'id',
    header: 'Certificate ID',
    isRowHeader: true,
    cell: ({ CertificateId }: SigningCertificate) => CertificateId,
  },
  {
    id: 'uploaded',
    header: 'Uploaded',
    cell: ({ UploadDate }: SigningCertificate) => formatAge(UploadDate, clock.now()),
  },
  statusColumn<SigningCertificate>(),
]

const kindOf = (UserName: string): Kind<SigningCertificate> => ({
  one: 'signing certificate',
  idOf: ({ CertificateId = '' }) => CertificateId,
  isActive: ({ Status }) => Status === 'Active',
  setStatus: ({ iam }, { CertificateId }, Status) =>
    iam.updateSigningCertificate({ UserName, CertificateId, Status }),
  remove: ({ iam }, { CertificateId }) =>
    iam.deleteSigningCertificate({ UserName, CertificateId }),
})

export function SigningCertificates({ name }: { name: string }) {
  const answer = useSigningCertificates(name)
  const [adding, setAdding] = useState(false)
  return (
    <>
      <CredentialTable
        title="X.509 Signing certificates"
        description="Sign SOAP requests to the AWS services that still take them. A user can have two certificates."
        many="X.509 certificates"
        answer={answer}
        columns={columns}
        kind={kindOf(name)}
        place="iam.user.uploadCertificate"
        limit={2}
        onNew={() => setAdding(true)}
      />
      {adding && (
        <UploadModal
          header="Upload X.509 certificate"
          place="iam.uploadCertificate"
          label="Certificate body"
          constraint="The certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE. Keep the private key to yourself."
          missing="Paste a certificate."
          failed="Failed to upload the certificate."
          done="Signing certificate uploaded."
          send={({ iam }, CertificateBody) =>
            iam.uploadSigningCertificate({ UserName: name, CertificateBody })
          }
          onDone={() => setAdding(false)}
        />
      )}
    </>
  )
}
