import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AppWizard } from '~/components/form/app-wizard'
import { FormError } from '~/components/form/form-error'
import { UnsavedChanges } from '~/components/form/unsaved-changes'
import { InfoLink } from '~/components/info-link'
import { useApiMutation } from '~/data/client'
import { createProgress } from '~/data/progress'
import { useAttachedUserPolicies, useUserGroups } from '~/data/users'
import { useLeave } from '~/lib/leave'
import { useUserName } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { formatCount } from '~/lib/text'
import { flash } from '~/stores/flash'
import { choiceSteps, isEmptyChoice, noChoice } from './permissions/choice'
import { ChoiceFields } from './permissions/choice-fields'
import { ChoiceReview } from './permissions/choice-review'

const added = ({ option, groups, policies }: typeof noChoice) => {
  if (option === 'attach')
    return `${formatCount(policies.length, 'policy', 'policies')} added`
  return option === 'copy'
    ? 'Permissions copied'
    : `User added to group ${groups.map(({ GroupName }) => GroupName).join(', ')}`
}

export default function UserAddPermissionsPage() {
  const name = useUserName()
  const navigate = useNavigate()
  const groups = useUserGroups(name)
  const attached = useAttachedUserPolicies(name)
  const [choice, setChoice] = useState(noChoice)
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState(false)
  const leave = useLeave()
  const [progress] = useState(createProgress)
  const add = useApiMutation<void>(
    async (client) => progress.run(await choiceSteps(client, name, choice)),
    {
      failed: `Failed to add permissions to user ${name}.`,
      onSuccess: () => {
        flash({ type: 'success', header: added(choice) })
        leave(pb.user(name))
      },
    }
  )
  const go = (to: number) => {
    add.reset()
    const isBlocked = to > 0 && isEmptyChoice(choice)
    setTried(isBlocked)
    if (!isBlocked) setStep(to)
  }
  return (
    <>
      <AppWizard
        place="iam.addPermissions"
        activeStepIndex={step}
        isLoadingNextStep={add.isPending}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={() => void navigate(pb.user(name))}
        onSubmit={() => add.mutate()}
        steps={[
          {
            title: 'Add permissions',
            info: <InfoLink topic="iam.users" about="permissions of users" />,
            description: `Add user ${name} to a group, copy permissions, or attach policies directly.`,
            content: (
              <SpaceBetween size="l">
                <ChoiceFields
                  value={choice}
                  onChange={setChoice}
                  user={name}
                  inGroups={(groups.data ?? []).flatMap((group) => group.GroupName ?? [])}
                  attached={(attached.data ?? []).flatMap((p) => p.PolicyArn ?? [])}
                />
                {tried && (
                  <Alert type="error">Select what to add, or choose another option.</Alert>
                )}
              </SpaceBetween>
            ),
          },
          {
            title: 'Review',
            description: 'The following policies will be attached to this user.',
            content: (
              <SpaceBetween size="l">
                <Container header={<Header variant="h2">User details</Header>}>
                  <KeyValuePairs
                    items={[{ label: 'User name', value: <Box>{name}</Box> }]}
                  />
                </Container>
                <ChoiceReview
                  choice={choice}
                  actions={<Button onClick={() => go(0)}>Edit</Button>}
                />
                <FormError
                  error={add.error}
                  header={`Failed to add permissions to user ${name}.`}
                />
              </SpaceBetween>
            ),
          },
        ]}
      />
      <UnsavedChanges when={!isEmptyChoice(choice) && !add.isPending && !add.isSuccess} />
    </>
  )
}
