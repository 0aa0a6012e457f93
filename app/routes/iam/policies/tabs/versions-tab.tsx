import type { PolicyVersion } from '@aws-sdk/client-iam'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'
import { DeleteModal } from '~/components/form/delete-modal'
import { ExpandableName } from '~/components/policies/policy-name-cell'
import { JsonView } from '~/components/policy-editor/json-view'
import { QueryError } from '~/components/query-error'
import { type DataColumn, DataTable } from '~/components/table/data-table'
import { Soon } from '~/components/ui/soon'
import { useApiMutation } from '~/data/client'
import { decodeDocument } from '~/data/documents'
import { isAwsManaged, usePolicyVersion, usePolicyVersions } from '~/data/policies'
import { lazily } from '~/lib/lazily'
import { formatDateTime } from '~/lib/text'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { versionName } from '../versions'
import type { PolicyTabProps } from './tab'

const CompareVersions = lazily(
  async () => (await import('../compare/compare-versions')).CompareVersions
)

const columnsFor = (arn: string): DataColumn<PolicyVersion>[] => [
  {
    id: 'version',
    header: 'Version',
    isRowHeader: true,
    cell: (version) => <VersionCell arn={arn} version={version} />,
  },
  {
    id: 'created',
    header: 'Creation time',
    sortingField: 'CreateDate',
    cell: ({ CreateDate }) => formatDateTime(CreateDate),
  },
]

export function VersionsTab({ arn }: PolicyTabProps) {
  const versions = usePolicyVersions(arn)
  const [version, setVersion] = useState<PolicyVersion>()
  const [asking, setAsking] = useState<'default' | 'delete' | 'compare'>()
  const [columns] = useState(() => columnsFor(arn))
  const canChange = version !== undefined && !version.IsDefaultVersion
  const ours = !isAwsManaged(arn)
  return (
    <>
      <DataTable
        items={versions.data}
        loading={versions.isPending}
        error={
          versions.error && (
            <QueryError error={versions.error} retry={versions.refetch} what="versions" />
          )
        }
        onRefresh={versions.refetch}
        columns={columns}
        trackBy={({ VersionId = '' }) => VersionId}
        place="iam.policyVersions"
        title="Policy versions"
        description="The default version is the one that counts. A policy can have up to five."
        one="version"
        many="versions"
        {...(ours
          ? {
              selection: {
                type: 'single',
                selected: version ? [version] : [],
                onChange: ([chosen]: PolicyVersion[]) => setVersion(chosen),
                nameOf: versionName,
              },
              actions: (
                <>
                  <Button
                    disabled={!version || versions.data?.length === 1}
                    onClick={() => setAsking('compare')}
                    {...placeButton('iam.policyVersions.compare')}
                  >
                    {word('iam.policyVersions.compare')}
                  </Button>
                  <Button
                    disabled={!canChange}
                    onClick={() => setAsking('default')}
                    {...placeButton('iam.policyVersions.setDefault')}
                  >
                    {word('iam.policyVersions.setDefault')}
                  </Button>
                  <Button
                    disabled={!canChange}
                    onClick={() => setAsking('delete')}
                    {...placeButton('iam.policyVersions.delete')}
                  >
                    {word('iam.policyVersions.delete')}
                  </Button>
                </>
              ),
            }
          : {})}
      />
      {asking === 'compare' && version && (
        <Soon fallback={null}>
          <CompareVersions
            arn={arn}
            version={version}
            versions={versions.data ?? []}
            onDismiss={() => setAsking(undefined)}
          />
        </Soon>
      )}
      {asking && asking !== 'compare' && version?.VersionId && (
        <ChangeVersion
          arn={arn}
          id={version.VersionId}
          what={asking}
          onDismiss={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined)
            setVersion(undefined)
          }}
        />
      )}
    </>
  )
}

function VersionCell({ arn, version }: { arn: string; version: PolicyVersion }) {
  const [open, setOpen] = useState(false)
  const name = versionName(version)
  return (
    <SpaceBetween size="xs">
      <ExpandableName name={name} open={open} onToggle={() => setOpen(!open)}>
        {name}
      </ExpandableName>
      {open && <VersionDocument arn={arn} id={version.VersionId ?? ''} name={name} />}
    </SpaceBetween>
  )
}

function VersionDocument({ arn, id, name }: { arn: string; id: string; name: string }) {
  const version = usePolicyVersion(arn, id)
  if (version.error)
    return <QueryError error={version.error} retry={version.refetch} what="the version" />
  if (!version.data) return <Spinner />
  return (
    <JsonView
      text={decodeDocument(version.data.PolicyVersion?.Document)}
      ariaLabel={name}
    />
  )
}

type ChangeProps = {
  arn: string
  id: string
  what: 'default' | 'delete'
  onDismiss: () => void
  onDone: () => void
}

const changes = {
  default: {
    header: (id: string) => `Set ${id} as the default version?`,
    place: 'iam.setDefaultVersion',
    done: (id: string) => `Version ${id} is now the default version.`,
    text: 'Whoever has the policy then has the permissions of this version.',
  },
  delete: {
    header: (id: string) => `Delete version ${id}?`,
    place: 'iam.deleteVersion',
    done: (id: string) => `Version ${id} deleted.`,
    text: 'The version is deleted for good. Its number is not used again.',
  },
} as const

function ChangeVersion({ arn, id, what, onDismiss, onDone }: ChangeProps) {
  const { header, place, done, text } = changes[what]
  const change = useApiMutation<void>(
    ({ iam }) => {
      const input = { PolicyArn: arn, VersionId: id }
      return what === 'default'
        ? iam.setDefaultPolicyVersion(input)
        : iam.deletePolicyVersion(input)
    },
    {
      onSuccess: () => {
        flash({ type: 'success', header: done(id) })
        onDone()
      },
    }
  )
  return (
    <DeleteModal
      header={header(id)}
      place={place}
      onDismiss={onDismiss}
      onDelete={() => change.mutate()}
      busy={change.isPending}
      error={change.error}
      errorHeader={`Failed to change version ${id}.`}
    >
      {text}
    </DeleteModal>
  )
}
