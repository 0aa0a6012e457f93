import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AppWizard } from '~/components/form/app-wizard'
import { FormError } from '~/components/form/form-error'
import { UnsavedChanges } from '~/components/form/unsaved-changes'
import { InfoLink } from '~/components/info-link'
import { useApiMutation } from '~/data/client'
import { type Codes, enableDevice, useNewDevice } from '~/data/mfa'
import { iamArn } from '~/engine/arn'
import { useLeave } from '~/lib/leave'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { flash } from '~/stores/flash'
import { type Holder, homeOf } from './holder'
import { DeviceStep } from './mfa-device-step'
import {
  areCodes,
  type DeviceForm,
  deviceNameProblem,
  kindProblem,
  newCodes,
} from './mfa-form'
import { SetUpStep } from './mfa-set-up-step'

/** What the root user's device is called by default: so it is in every account. */
const ROOT_DEVICE = 'root-account-mfa-device'

const newDevice = ({ name }: Holder): DeviceForm => ({
  name: name === undefined ? ROOT_DEVICE : '',
  kind: 'app',
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html */
export function MfaWizard({ holder }: { holder: Holder }) {
  const navigate = useNavigate()
  const leave = useLeave()
  const account = useIdentityStore(activeAccount) ?? ''
  const [start] = useState(() => newDevice(holder))
  const [form, setForm] = useState(start)
  const [codes, setCodes] = useState(newCodes)
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState<number>()
  const made = useNewDevice(() => setStep(1))
  const device = made.data
  const add = useApiMutation<Codes>(
    async (client, given) => {
      if (!device) throw new Error('there is no device to add')
      await enableDevice(client, holder.name, device, given)
      made.keep()
    },
    {
      failed: 'Failed to assign the MFA device.',
      onSuccess: () => {
        flash({ type: 'success', header: 'MFA device assigned' })
        leave(homeOf(holder))
      },
    }
  )
  const serial = iamArn(account, `mfa/${form.name}`)
  const go = (to: number) => {
    add.reset()
    if (to === 0) return setStep(0)
    setTried(0)
    if (deviceNameProblem(form.name) ?? kindProblem(form.kind)) return
    // back and forth is no reason for another secret
    if (device?.serial === serial) return setStep(1)
    setCodes(newCodes)
    setTried(undefined)
    made.mutate({ serial, name: form.name })
  }
  const submit = () => {
    setTried(1)
    if (areCodes(codes)) add.mutate(codes)
  }
  return (
    <>
      <AppWizard
        place="iam.assignMfa"
        activeStepIndex={step}
        isLoadingNextStep={made.isPending || add.isPending}
        steps={[
          {
            title: 'Select MFA device',
            info: <InfoLink topic="iam.mfa" about="MFA devices" />,
            content: (
              <>
                <DeviceStep
                  form={form}
                  onChange={setForm}
                  tried={tried === 0}
                  onEnter={() => go(1)}
                />
                <FormError error={made.error} header="Failed to create the MFA device." />
              </>
            ),
          },
          {
            title: 'Set up device',
            description:
              'An authenticator app makes a new code every 30 seconds from a secret key that it shares with AWS.',
            content: (
              <>
                {device && (
                  <SetUpStep
                    key={device.serial}
                    device={device}
                    codes={codes}
                    onChange={setCodes}
                    tried={tried === 1}
                    onSubmit={submit}
                  />
                )}
                <FormError error={add.error} header="Failed to assign the MFA device." />
              </>
            ),
          },
        ]}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={() => void navigate(homeOf(holder))}
        onSubmit={submit}
      />
      <UnsavedChanges when={(form !== start || step === 1) && !add.isPending} />
    </>
  )
}
