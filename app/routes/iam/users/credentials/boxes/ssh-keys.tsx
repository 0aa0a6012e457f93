import type { SSHPublicKeyMetadata } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { useSshKeys } from '~/data/user-credentials'
import { clock } from '~/lib/clock'
import { formatAge } from '~/lib/text'
import type { Kind } from './credential-question'
import { CredentialTable, statusColumn } from './credential-table'
import { UploadModal } from './upload-modal'

type SshKey = SSHPublicKeyMetadata

const columns = [
  {
    id: 'id',
    header: 'SSH Key ID',
    isRowHeader: true,
    cell: ({ SSHPublicKeyId }: SshKey) => SSHPublicKeyId,
  },
  {
    id: 'uploaded',
    header: 'Uploaded',
    cell: ({ UploadDate }: SshKey) => formatAge(UploadDate, clock.now()),
  },
  statusColumn<SshKey>(),
]

const kindOf = (UserName: string): Kind<SshKey> => ({
  one: 'SSH public key',
  idOf: ({ SSHPublicKeyId = '' }) => SSHPublicKeyId,
  isActive: ({ Status }) => Status === 'Active',
  setStatus: ({ iam }, { SSHPublicKeyId }, Status) =>
    iam.updateSSHPublicKey({ UserName, SSHPublicKeyId, Status }),
  remove: ({ iam }, { SSHPublicKeyId }) =>
    iam.deleteSSHPublicKey({ UserName, SSHPublicKeyId }),
})

export function SshKeys({ name }: { name: string }) {
  const answer = useSshKeys(name)
  const [adding, setAdding] = useState(false)
  return (
    <>
      <CredentialTable
        title="SSH public keys for AWS CodeCommit"
        description="Authenticate to AWS CodeCommit repositories by SSH. A user can have five keys, active or inactive."
        many="SSH public keys"
        answer={answer}
        columns={columns}
        kind={kindOf(name)}
        place="iam.user.uploadSshKey"
        limit={5}
        onNew={() => setAdding(true)}
      />
      {adding && (
        <UploadModal
          header="Upload SSH public key"
          place="iam.uploadSshKey"
          label="SSH public key"
          constraint="An RSA public key of 2048 bits or more, as ssh-rsa or PEM."
          missing="Paste an SSH public key."
          failed="Failed to upload the SSH public key."
          done="SSH public key uploaded."
          send={({ iam }, SSHPublicKeyBody) =>
            iam.uploadSSHPublicKey({ UserName: name, SSHPublicKeyBody })
          }
          onDone={() => setAdding(false)}
        />
      )}
    </>
  )
}
