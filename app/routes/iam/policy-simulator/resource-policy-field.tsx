import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { QueryError } from '~/components/query-error'
import { useApiMutation } from '~/data/client'
import { prettyDocument } from '~/data/documents'
import { hasResourcePolicy, resourcePolicy } from '~/data/simulator'
import { placeArea, placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { type Draft, linesOf } from './draft'

type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void }

/** A resource's own policy: written here, or read from a bucket where one may. */
export function ResourcePolicyField({ draft, onChange }: Props) {
  const [problem, setProblem] = useState<string>()
  const read = useApiMutation(resourcePolicy, {
    onSuccess: (text) => onChange({ resourcePolicy: prettyDocument(text) }),
  })
  const load = () => {
    const arn = [
      ...linesOf(draft.resources),
      ...Object.values(draft.own).flatMap(linesOf),
    ].find(hasResourcePolicy)
    setProblem(
      arn === undefined
        ? 'Enter the ARN of a bucket or of an object as a resource first.'
        : undefined
    )
    if (arn !== undefined) read.mutate(arn)
  }
  return (
    <SpaceBetween size="xs">
      <FormField
        label={word('iam.policySimulator.resourcePolicy')}
        description="Attached to every resource of the simulation, such as a bucket policy. Trust policies of roles are not simulated: the details of an sts:AssumeRole result say what they do."
        errorText={problem}
        stretch
        secondaryControl={
          <Button
            loading={read.isPending}
            onClick={load}
            {...placeButton('iam.policySimulator.useResourcePolicy')}
          >
            {word('iam.policySimulator.useResourcePolicy')}
          </Button>
        }
      >
        <Textarea
          value={draft.resourcePolicy}
          rows={draft.resourcePolicy ? 8 : 2}
          spellcheck={false}
          {...placeArea('iam.policySimulator.resourcePolicy')}
          onChange={({ detail }) => onChange({ resourcePolicy: detail.value })}
        />
      </FormField>
      <QueryError error={read.error} retry={load} what="the policy of the resource" />
    </SpaceBetween>
  )
}
