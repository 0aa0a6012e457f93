import type { PolicyVersion } from '@aws-sdk/client-iam'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useState } from 'react'
import { QueryError } from '~/components/query-error'
import { decodeDocument } from '~/data/documents'
import { usePolicyVersion } from '~/data/policies'
import { versionName } from '../versions'
import { lineChanges } from './line-changes'

type Props = {
  arn: string
  version: PolicyVersion
  versions: readonly PolicyVersion[]
  onDismiss: () => void
}

/** What a version says otherwise than another one: at first than the default. */
export function CompareVersions({ arn, version, versions, onDismiss }: Props) {
  const others = versions.filter(({ VersionId }) => VersionId !== version.VersionId)
  const [before, setBefore] = useState(
    others.find(({ IsDefaultVersion }) => IsDefaultVersion) ?? others[0]
  )
  const options = others.map((each) => ({
    value: each.VersionId ?? '',
    label: versionName(each),
  }))
  const selected = options.find(({ value }) => value === before?.VersionId) ?? null
  return (
    <Modal
      visible
      size="large"
      header={`Compare ${versionName(version)}`}
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onDismiss}>
            Close
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <FormField label="Compare with">
          <Select
            selectedOption={selected}
            options={options}
            onChange={({ detail }) =>
              setBefore(
                others.find(({ VersionId }) => VersionId === detail.selectedOption.value)
              )
            }
          />
        </FormField>
        {before && <Changes arn={arn} before={before} after={version} />}
      </SpaceBetween>
    </Modal>
  )
}

type ChangesProps = { arn: string; before: PolicyVersion; after: PolicyVersion }

function Changes({ arn, before, after }: ChangesProps) {
  const one = usePolicyVersion(arn, before.VersionId ?? '')
  const other = usePolicyVersion(arn, after.VersionId ?? '')
  const failed = [one, other].find(({ error }) => error)
  if (failed)
    return <QueryError error={failed.error} retry={failed.refetch} what="the versions" />
  if (!one.data || !other.data) return <Spinner />
  const changes = lineChanges(
    decodeDocument(one.data.PolicyVersion?.Document),
    decodeDocument(other.data.PolicyVersion?.Document)
  )
  if (changes.every(({ kind }) => kind === 'same'))
    return <Box>The two versions say the same.</Box>
  return (
    <div className="u-json">
      {/* a block that scrolls must be reachable by keyboard, https://www.w3.org/TR/WCAG22/#keyboard */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="u-json-lines" aria-label="Changes" tabIndex={0}>
        <pre>
          {changes.map(({ kind, text }, index) => (
            <Line key={index} kind={kind} text={text} />
          ))}
        </pre>
      </section>
    </div>
  )
}

function Line({ kind, text }: { kind: 'added' | 'removed' | 'same'; text: string }) {
  if (kind === 'added') return <ins className="u-json-change">{`+ ${text}\n`}</ins>
  if (kind === 'removed') return <del className="u-json-change">{`- ${text}\n`}</del>
  return <span className="u-json-change">{`  ${text}\n`}</span>
}
