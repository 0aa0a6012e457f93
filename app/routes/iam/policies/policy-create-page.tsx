import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import {
  descriptionProblem,
  policyNameProblem,
} from '~/components/policy-wizard/policy-name'
import { PolicyNameField } from '~/components/policy-wizard/policy-name-field'
import { PolicyWizard } from '~/components/policy-wizard/policy-wizard'
import { tagErrors, type TagField, TagFields } from '~/components/tag-fields'
import { useApiMutation } from '~/data/client'
import { useLeave } from '~/lib/leave'
import { pb } from '~/lib/path-builder'
import { placeArea } from '~/lib/places'
import { feature, word } from '~/lib/words'
import { flash } from '~/stores/flash'

/** Characters of a managed policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const MANAGED_POLICY_QUOTA = 6144

export default function PolicyCreatePage() {
  const leave = useLeave()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [tags, setTags] = useState<TagField[]>([])
  const [tried, setTried] = useState(false)
  const failed = `Failed to create policy ${name}.`
  const create = useApiMutation<string, string>(
    async ({ iam }, PolicyDocument) => {
      const { Policy } = await iam.createPolicy({
        PolicyName: name,
        PolicyDocument,
        ...(description ? { Description: description } : {}),
        ...(tags.length > 0
          ? { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }
          : {}),
      })
      return Policy?.Arn ?? ''
    },
    {
      failed,
      onSuccess: (arn) => {
        flash({
          type: 'success',
          header: `Policy ${name} created.`,
          action: { label: 'View policy', href: pb.policy(arn) },
        })
        leave(pb.policies())
      },
    }
  )
  return (
    <PolicyWizard
      place="iam.createPolicy"
      backHref={pb.policies()}
      quota={MANAGED_POLICY_QUOTA}
      text={feature('policyEditor.start')}
      name={name}
      titles={{
        specify: word('iam.policyWizard.specify'),
        review: word('iam.policyWizard.review'),
        description: 'Review the permissions, specify details, and tags.',
      }}
      dirty={name !== '' || description !== '' || tags.length > 0}
      check={() => {
        setTried(true)
        const problem = policyNameProblem(name) ?? descriptionProblem(description)
        return problem === undefined && tagErrors(tags).length === 0
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
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">Policy details</Header>}>
            <SpaceBetween size="l">
              <PolicyNameField
                place="iam.createPolicy.name"
                value={name}
                onChange={setName}
                error={tried ? policyNameProblem(name) : undefined}
              />
              <FormField
                label={word('iam.createPolicy.description')}
                description="Add a short explanation for this policy."
                constraintText="Maximum 1,000 characters. Use alphanumeric and '+=,.@-_' characters."
                errorText={tried ? descriptionProblem(description) : undefined}
              >
                <Textarea
                  value={description}
                  {...placeArea('iam.createPolicy.description')}
                  onChange={({ detail }) => setDescription(detail.value)}
                />
              </FormField>
            </SpaceBetween>
          </Container>
          <Container header={<Header variant="h2">Add tags - optional</Header>}>
            <TagFields
              tags={tags}
              onChange={setTags}
              showErrors={tried}
              place="iam.createPolicy.addTag"
            />
          </Container>
        </SpaceBetween>
      }
    />
  )
}
