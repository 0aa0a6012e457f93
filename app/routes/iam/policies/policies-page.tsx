import type { Policy } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { AppButton } from '~/components/app-link'
import { InfoLink } from '~/components/info-link'
import {
  descriptionColumn,
  nameColumn,
  PolicyTable,
  typeColumn,
} from '~/components/policies/policy-table'
import { usedAsColumn } from '~/components/policies/used-as'
import type { DataColumn } from '~/components/table/data-table'
import { currentCaller, prefetch } from '~/data/client'
import { isAwsManaged, policiesQuery } from '~/data/policies'
import { pb } from '~/lib/path-builder'
import { word } from '~/lib/words'
import { placeButton } from '~/lib/places'
import { DeletePolicy } from './delete-policy'

export const clientLoader = () => {
  prefetch(policiesQuery(currentCaller()))
  return null
}

const columns: DataColumn<Policy>[] = [
  nameColumn,
  typeColumn,
  usedAsColumn,
  descriptionColumn,
  { id: 'arn', header: 'ARN', hidden: true, sortingField: 'Arn', cell: ({ Arn }) => Arn },
]

export default function PoliciesPage() {
  const [policy, setPolicy] = useState<Policy>()
  const [deleting, setDeleting] = useState(false)
  const { Arn = '', PolicyName = '' } = policy ?? {}
  return (
    <>
      <PolicyTable
        place="iam.policies"
        variant="full-page"
        headingLevel="h1"
        title={word('iam.policies.title')}
        info={<InfoLink topic="iam.policies" about="policies" />}
        description="A policy says which actions are allowed or denied, and on what."
        columns={columns}
        all
        selection={{
          type: 'single',
          selected: policy ? [policy] : [],
          onChange: ([chosen]) => setPolicy(chosen),
        }}
        actions={
          <>
            <Button
              disabled={!policy || isAwsManaged(Arn)}
              onClick={() => setDeleting(true)}
              {...(policy && isAwsManaged(Arn)
                ? { disabledReason: 'AWS managed policies cannot be deleted.' }
                : {})}
              {...placeButton('iam.policies.delete')}
            >
              Delete
            </Button>
            <AppButton
              href={pb.policyCreate()}
              variant="primary"
              place="iam.policies.create"
            >
              {word('iam.policies.create')}
            </AppButton>
          </>
        }
      />
      {deleting && (
        <DeletePolicy
          name={PolicyName}
          arn={Arn}
          onDismiss={() => setDeleting(false)}
          onDeleted={() => {
            setDeleting(false)
            setPolicy(undefined)
          }}
        />
      )}
    </>
  )
}
