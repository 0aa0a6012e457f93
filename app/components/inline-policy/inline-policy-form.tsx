import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useState } from 'react'
import { countedSize, policyNameProblem } from '~/components/policy-wizard/policy-name'
import { PolicyNameField } from '~/components/policy-wizard/policy-name-field'
import { PolicyWizard } from '~/components/policy-wizard/policy-wizard'
import { useApiMutation } from '~/data/client'
import {
  type InlineHolder,
  inlineQuota,
  putInlinePolicy,
  useOtherInlinePolicies,
} from '~/data/inline-policies'
import { useLeave } from '~/lib/leave'
import { feature, word } from '~/lib/words'
import { flash } from '~/stores/flash'

type Props = {
  /** Whose policy it is. */
  holder: InlineHolder
  /** Where one goes after it, and by Cancel. */
  backHref: string
  /** The policy that is edited; without one a new one is made. */
  existing?: { name: string; text: string }
}

const wordsFor = (existing: string | undefined) =>
  existing === undefined
    ? {
        place: 'iam.inlinePolicy' as const,
        titles: {
          specify: word('iam.policyWizard.specify'),
          review: word('iam.policyWizard.review'),
          description: 'Review the permissions, give the policy a name, and create it.',
        },
        failed: (name: string) => `Failed to create policy ${name}.`,
        done: (name: string) => `Policy ${name} created.`,
      }
    : {
        place: 'iam.editInlinePolicy' as const,
        titles: {
          specify: `Modify permissions in ${existing}`,
          review: 'Review and save',
          description: 'Review the permissions, and save the policy.',
        },
        failed: (name: string) => `Failed to update policy ${name}.`,
        done: (name: string) => `Policy ${name} updated.`,
      }

/** A policy that is part of one user, group or role. */
export function InlinePolicyForm({ holder, backHref, existing }: Props) {
  const leave = useLeave()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const name = existing?.name ?? typed
  const words = wordsFor(existing?.name)
  const others = useOtherInlinePolicies(holder, name)
  const used = others.reduce((sum, text) => sum + countedSize(text), 0)
  const failed = words.failed(name)
  const put = useApiMutation<string>(
    (client, text) => putInlinePolicy(client, holder, name, text),
    {
      failed,
      onSuccess: () => {
        flash({ type: 'success', header: words.done(name) })
        leave(backHref)
      },
    }
  )
  return (
    <PolicyWizard
      place={words.place}
      backHref={backHref}
      quota={inlineQuota(holder)}
      used={used}
      text={existing?.text ?? feature('policyEditor.start')}
      name={name}
      holder={holder}
      titles={words.titles}
      dirty={typed !== ''}
      check={() => {
        setTried(true)
        return !policyNameProblem(name)
      }}
      onSubmit={(text) => put.mutate(text)}
      onStep={() => {
        put.reset()
        setTried(false)
      }}
      busy={put.isPending}
      done={put.isSuccess}
      error={put.error}
      errorHeader={failed}
      details={
        !existing && (
          <Container header={<Header variant="h2">Policy details</Header>}>
            <PolicyNameField
              place="iam.inlinePolicy.name"
              value={typed}
              onChange={setTyped}
              error={tried ? policyNameProblem(typed) : undefined}
            />
          </Container>
        )
      }
    />
  )
}
