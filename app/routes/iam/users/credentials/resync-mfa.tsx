import Box from '@cloudscape-design/components/box'
import { useState } from 'react'
import { FormModal } from '~/components/form/form-modal'
import { SimulatedAuthenticator } from '~/components/mfa/simulated-authenticator'
import { useApiMutation } from '~/data/client'
import { resyncDevice } from '~/data/mfa'
import type { Owner } from '~/data/users'
import { useAuthenticatorStore } from '~/stores/authenticator'
import { flash } from '~/stores/flash'
import { MfaCodes } from './mfa-codes'
import { areCodes, newCodes } from './mfa-form'

type Props = { owner: Owner; serial: string; onDone: () => void }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_sync.html */
export function ResyncMfa({ owner, serial, onDone }: Props) {
  const [codes, setCodes] = useState(newCodes)
  const [tried, setTried] = useState(false)
  const held = useAuthenticatorStore(({ devices }) =>
    devices.find((device) => device.serial === serial)
  )
  const resync = useApiMutation<void>(
    (client) => resyncDevice(client, owner, serial, codes),
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'MFA device resynced' })
        onDone()
      },
    }
  )
  const submit = () => {
    setTried(true)
    if (areCodes(codes)) resync.mutate()
  }
  return (
    <FormModal
      header="Resync MFA device"
      place="iam.resyncMfa"
      onDismiss={onDone}
      onSubmit={submit}
      busy={resync.isPending}
      error={resync.error}
      errorHeader="Failed to resync the MFA device."
    >
      <Box>
        Enter two codes of <b>{serial}</b> that follow each other, so that AWS knows how far
        the device&apos;s clock is off.
      </Box>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <MfaCodes codes={codes} onChange={setCodes} tried={tried} />
        <input type="submit" hidden />
      </form>
      {held && <SimulatedAuthenticator device={serial} seed={held.seed} count={2} />}
    </FormModal>
  )
}
