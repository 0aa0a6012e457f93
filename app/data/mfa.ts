/** Virtual MFA devices, from the secret to the user that has one. */
import { useEffect, useRef } from 'react'
import type { AwsClient } from '~/engine'
import { isServiceError } from '~/engine/errors'
import { track } from '~/lib/idle'
import { deviceDropped, deviceHeld } from '~/stores/authenticator'
import { useApiMutation } from './client'
import { createProgress } from './progress'
import { named, type Owner } from './users'

export type NewDevice = { serial: string; seed: string; picture: Uint8Array }

async function make({ iam }: AwsClient, VirtualMFADeviceName: string): Promise<NewDevice> {
  const { VirtualMFADevice: made } = await iam.createVirtualMFADevice({
    VirtualMFADeviceName,
  })
  return {
    serial: made?.SerialNumber ?? '',
    seed: new TextDecoder().decode(made?.Base32StringSeed),
    picture: made?.QRCodePNG ?? new Uint8Array(),
  }
}

const isCode = (error: unknown, code: string) =>
  isServiceError(error) && error.code === code

/** One that is in use stays; what is told then is that the name is taken. */
async function makeRoom({ iam }: AwsClient, SerialNumber: string, taken: unknown) {
  try {
    await iam.deleteVirtualMFADevice({ SerialNumber })
  } catch (error) {
    throw isCode(error, 'AccessDenied') ? error : taken
  }
}

/**
 * What an earlier try left behind under the name goes first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_access-denied-delete-mfa
 */
async function createDevice(client: AwsClient, serial: string, name: string) {
  try {
    return await make(client, name)
  } catch (error) {
    if (!isCode(error, 'EntityAlreadyExists')) throw error
    await makeRoom(client, serial, error)
    return make(client, name)
  }
}

type Asked = { serial: string; name: string }

/** A device that is made and not yet anybody's: it goes when its maker leaves. */
export function useNewDevice(onMade: () => void) {
  const left = useRef<{ discard?: () => Promise<unknown> }>({})
  useEffect(() => {
    const { current } = left
    return () => void track(Promise.resolve(current.discard?.())).catch(() => undefined)
  }, [])
  const made = useApiMutation<Asked, NewDevice>(
    async (client, { serial, name }) => {
      await left.current.discard?.()
      delete left.current.discard
      const device = await createDevice(client, serial, name)
      left.current.discard = () =>
        client.iam.deleteVirtualMFADevice({ SerialNumber: device.serial })
      return device
    },
    { onSuccess: onMade }
  )
  return {
    ...made,
    /** It has an owner now. */
    keep: () => delete left.current.discard,
  }
}

export type Codes = { code1: string; code2: string }

const codesOf = ({ code1, code2 }: Codes) => ({
  AuthenticationCode1: code1,
  AuthenticationCode2: code2,
})

/** The SDK's type asks for the name of a user, also where the root user has none to give. */
const ownerOf = (UserName: Owner) => ({ UserName })

export async function enableDevice(
  { iam }: AwsClient,
  owner: Owner,
  { serial, seed }: NewDevice,
  codes: Codes
) {
  await iam.enableMFADevice({
    ...ownerOf(owner),
    SerialNumber: serial,
    ...codesOf(codes),
  })
  deviceHeld({ serial, seed })
}

export const resyncDevice = (
  { iam }: AwsClient,
  owner: Owner,
  serial: string,
  codes: Codes
) => iam.resyncMFADevice({ ...ownerOf(owner), SerialNumber: serial, ...codesOf(codes) })

const isVirtual = (serial: string) => /^arn:[^:]*:iam::\d+:mfa\//.test(serial)

/** A virtual device that nobody has is of no use, so it goes as well. */
export const createRemoval = (owner: Owner, SerialNumber: string) => {
  const progress = createProgress()
  return async ({ iam }: AwsClient) => {
    const steps = [
      {
        what: `Deactivate ${SerialNumber}`,
        call: () => iam.deactivateMFADevice({ ...named(owner), SerialNumber }),
      },
      {
        what: `Delete ${SerialNumber}`,
        call: () => iam.deleteVirtualMFADevice({ SerialNumber }),
      },
    ]
    await progress.run(isVirtual(SerialNumber) ? steps : steps.slice(0, 1))
    deviceDropped(SerialNumber)
  }
}
