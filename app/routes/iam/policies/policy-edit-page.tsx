import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { Loading } from '~/components/loading'
import { PageHeader } from '~/components/page-header'
import { PolicyWizard } from '~/components/policy-wizard/policy-wizard'
import { QueryError } from '~/components/query-error'
import { useApiMutation } from '~/data/client'
import { decodeDocument } from '~/data/documents'
import { useDefaultVersion, usePolicyVersions } from '~/data/policies'
import { useLeave } from '~/lib/leave'
import { usePolicyArn } from '~/lib/params'
import { pb } from '~/lib/path-builder'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { MANAGED_POLICY_QUOTA } from './policy-create-page'
import { oldestToGo } from './versions'

/** Edits a customer managed policy: every change is a new version. */
export default function PolicyEditPage() {
  const arn = usePolicyArn()
  const version = useDefaultVersion(arn)
  if (version.error) {
    return (
      <SpaceBetween size="l">
        <PageHeader title="Edit policy" />
        <QueryError error={version.error} retry={version.refetch} what="the policy" />
      </SpaceBetween>
    )
  }
  if (!version.data) return <Loading what="the policy" />
  return <EditPolicy arn={arn} text={decodeDocument(version.data.Document)} />
}

function EditPolicy({ arn, text: initial }: { arn: string; text: string }) {
  const leave = useLeave()
  const versions = usePolicyVersions(arn)
  const [asDefault, setAsDefault] = useState(true)
  const name = arn.slice(arn.lastIndexOf('/') + 1)
  const oldest = oldestToGo(versions.data ?? [])
  const failed = `Failed to update policy ${name}.`
  const save = useApiMutation<string>(
    async ({ iam }, PolicyDocument) => {
      // a policy has five versions at the most, and the console makes room
      if (oldest) await iam.deletePolicyVersion({ PolicyArn: arn, VersionId: oldest })
      return iam.createPolicyVersion({
        PolicyArn: arn,
        PolicyDocument,
        SetAsDefault: asDefault,
      })
    },
    {
      failed,
      onSuccess: () => {
        flash({ type: 'success', header: `Policy ${name} updated.` })
        leave(pb.policy(arn))
      },
    }
  )
  return (
    <PolicyWizard
      place="iam.editPolicy"
      backHref={pb.policy(arn)}
      quota={MANAGED_POLICY_QUOTA}
      text={initial}
      name={name}
      titles={{
        specify: `Modify permissions in ${name}`,
        review: 'Review and save',
        description: 'Review the permissions and save your changes.',
      }}
      dirty={!asDefault}
      check={() => true}
      onSubmit={(text) => save.mutate(text)}
      onStep={save.reset}
      busy={save.isPending}
      done={save.isSuccess}
      error={save.error}
      errorHeader={failed}
      details={
        <Container header={<Header variant="h2">Policy version</Header>}>
          <SpaceBetween size="m">
            <Checkbox
              checked={asDefault}
              {...placeInput('iam.editPolicy.asDefault')}
              onChange={({ detail }) => setAsDefault(detail.checked)}
            >
              {word('iam.editPolicy.asDefault')}
            </Checkbox>
            {oldest && (
              <Alert type="warning">
                A policy has at most five versions. Saving this one deletes the oldest that
                is not the default, {oldest}.
              </Alert>
            )}
          </SpaceBetween>
        </Container>
      }
    />
  )
}
