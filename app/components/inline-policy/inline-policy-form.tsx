import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { AppWizard } from '~/components/form/app-wizard'
import { FormError } from '~/components/form/form-error'
import { UnsavedChanges } from '~/components/form/unsaved-changes'
import { InfoLink } from '~/components/info-link'
import { PolicySummary } from '~/components/policies/policy-summary'
import { PolicyEditor } from '~/components/policy-editor/policy-editor'
import { useApiMutation } from '~/data/client'
import type { AwsClient } from '~/engine'
import { rejectIdentityPolicy } from '~/engine/policy/accept'
import { word } from '~/lib/words'
import { useLeave } from '~/lib/leave'
import { placeInput } from '~/lib/places'
import { flash } from '~/stores/flash'

const BLANK = `{
	"Version": "2012-10-17",
	"Statement": [
		{
			"Sid": "Statement1",
			"Effect": "Allow",
			"Action": [],
			"Resource": []
		}
	]
}`

function nameProblem(name: string) {
  if (!name) return 'Policy name is required.'
  if (name.length > 128) return 'Policy name must have a maximum of 128 characters.'
  return /^[\w+=,.@-]+$/.test(name)
    ? undefined
    : "Policy name contains invalid characters. Use alphanumeric and '+=,.@-_' characters."
}

/** White space does not count against the quota. */
function countedSize(text: string) {
  try {
    return JSON.stringify(JSON.parse(text)).length
  } catch {
    return text.replace(/\s/g, '').length
  }
}

type Props = {
  /** Where one goes after it, and by Cancel. */
  backHref: string
  /** Characters of all inline policies of the entity together. */
  quota: number
  put: (client: AwsClient, name: string, document: string) => Promise<unknown>
}

/** Two steps: write the policy, then name it and see what it grants. */
export function InlinePolicyForm({ backHref, quota, put }: Props) {
  const navigate = useNavigate()
  const leave = useLeave()
  const [step, setStep] = useState(0)
  const [text, setText] = useState(BLANK)
  const [name, setName] = useState('')
  const [tried, setTried] = useState<number>()
  const create = useApiMutation<void>((client) => put(client, name, text), {
    failed: `Failed to create policy ${name}.`,
    onSuccess: () => {
      flash({ type: 'success', header: `Policy ${name} created.` })
      leave(backHref)
    },
  })
  // an unknown action is a finding, not a refusal: IAM has the last word, and takes it
  const refusal = useMemo(() => rejectIdentityPolicy(text), [text])

  const go = (to: number) => {
    create.reset()
    if (to > 0 && refusal) return setTried(0)
    setTried(undefined)
    setStep(to)
  }
  const submit = () => {
    setTried(1)
    if (!nameProblem(name)) create.mutate()
  }

  return (
    <>
      <AppWizard
        place="iam.inlinePolicy"
        activeStepIndex={step}
        isLoadingNextStep={create.isPending}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={() => void navigate(backHref)}
        onSubmit={submit}
        steps={[
          {
            title: 'Specify permissions',
            info: <InfoLink topic="iam.policies" about="policies" />,
            description: 'Add permissions by writing them as JSON.',
            content: (
              <Container header={<Header variant="h2">Policy editor</Header>}>
                <FormField
                  stretch
                  errorText={tried === 0 ? refusal : undefined}
                  constraintText={`${Math.max(0, quota - countedSize(text))} of ${quota} characters remaining`}
                >
                  <PolicyEditor
                    ariaLabel="Policy"
                    value={text}
                    onChange={setText}
                    kind="identity"
                  />
                </FormField>
              </Container>
            ),
          },
          {
            title: 'Review and create',
            description: 'Review the permissions, give the policy a name, and create it.',
            content: (
              <SpaceBetween size="l">
                <Container header={<Header variant="h2">Policy details</Header>}>
                  <FormField
                    label={word('iam.inlinePolicy.name')}
                    description="Enter a meaningful name to identify this policy."
                    constraintText="Maximum 128 characters. Use alphanumeric and '+=,.@-_' characters."
                    errorText={tried === 1 ? nameProblem(name) : undefined}
                  >
                    <Input
                      value={name}
                      autoComplete={false}
                      {...placeInput('iam.inlinePolicy.name')}
                      onChange={({ detail }) => setName(detail.value)}
                    />
                  </FormField>
                </Container>
                <PolicySummary
                  text={text}
                  actions={<Button onClick={() => go(0)}>Edit</Button>}
                />
                <FormError
                  error={create.error}
                  header={`Failed to create policy ${name}.`}
                />
              </SpaceBetween>
            ),
          },
        ]}
      />
      <UnsavedChanges
        when={(text !== BLANK || name !== '') && !create.isPending && !create.isSuccess}
      />
    </>
  )
}
