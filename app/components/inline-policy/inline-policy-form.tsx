import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { policyNameProblem } from '~/components/policy-wizard/policy-name'
import { PolicyNameField } from '~/components/policy-wizard/policy-name-field'
import { BLANK_POLICY, PolicyWizard } from '~/components/policy-wizard/policy-wizard'
import { useApiMutation } from '~/data/client'
import type { Holder } from '~/components/visual-editor/cloudformation'
import type { AwsClient } from '~/engine'
import { useLeave } from '~/lib/leave'
import { flash } from '~/stores/flash'

type Props = {
  /** Whose policy it is. */
  holder: Holder
  /** Where one goes after it, and by Cancel. */
  backHref: string
  /** Characters of all inline policies of the entity together. */
  quota: number
  put: (client: AwsClient, name: string, document: string) => Promise<unknown>
}

/** A policy that is part of one user, group or role. */
export function InlinePolicyForm({ holder, backHref, quota, put }: Props) {
  const leave = useLeave()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const failed = `Failed to create policy ${name}.`
  const create = useApiMutation<string>((client, text) => put(client, name, text), {
    failed,
    onSuccess: () => {
      flash({ type: 'success', header: `Policy ${name} created.` })
      leave(backHref)
    },
  })
  return (
    <PolicyWizard
      place="iam.inlinePolicy"
      backHref={backHref}
      quota={quota}
      text={BLANK_POLICY}
      name={name}
      holder={holder}
      titles={{
        specify: 'Specify permissions',
        review: 'Review and create',
        description: 'Review the permissions, give the policy a name, and create it.',
      }}
      dirty={name !== ''}
      check={() => {
        setTried(true)
        return !policyNameProblem(name)
      }}
      onSubmit={(text) => create.mutate(text)}
      onStep={() => {
        create.reset()
        setTried(false)
      }}
      busy={create.isPending}
      done={create.isSuccess}
      error={create.error}
      errorHeader={failed}
      details={
        <Container header={<Header variant="h2">Policy details</Header>}>
          <PolicyNameField
            place="iam.inlinePolicy.name"
            value={name}
            onChange={setName}
            error={tried ? policyNameProblem(name) : undefined}
          />
        </Container>
      }
    />
  )
}
