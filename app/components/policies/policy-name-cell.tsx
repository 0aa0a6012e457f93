import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import type { PropsWithChildren } from 'react'
import { useState } from 'react'
import { AppLink } from '~/components/app-link'
import { JsonView } from '~/components/policy-editor/json-view'
import { QueryError } from '~/components/query-error'
import { decodeDocument } from '~/data/documents'
import { useDefaultVersion } from '~/data/policies'
import { pb } from '~/lib/path-builder'

type Props = { name: string; arn: string }

/** A managed policy's name, with its document behind a plus sign. */
export function PolicyNameCell({ name, arn }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <SpaceBetween size="xs">
      <ExpandableName name={name} open={open} onToggle={() => setOpen(!open)}>
        <AppLink href={pb.policy(arn)}>{name}</AppLink>
      </ExpandableName>
      {open && <ManagedDocument name={name} arn={arn} />}
    </SpaceBetween>
  )
}

type ExpandProps = { name: string; open: boolean; onToggle: () => void }

/** A name behind its plus sign, on one line however narrow the column is. */
export const ExpandableName = ({ children, ...button }: PropsWithChildren<ExpandProps>) => (
  <div style={{ display: 'flex', gap: 4, alignItems: 'center' }}>
    <span style={{ flexShrink: 0 }}>
      <ExpandButton {...button} />
    </span>
    <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{children}</span>
  </div>
)

const ExpandButton = ({ name, open, onToggle }: ExpandProps) => (
  <Button
    variant="inline-icon"
    iconName={open ? 'treeview-collapse' : 'treeview-expand'}
    ariaLabel={`${open ? 'Collapse' : 'Expand'} ${name}`}
    ariaExpanded={open}
    onClick={onToggle}
  />
)

function ManagedDocument({ name, arn }: Props) {
  const version = useDefaultVersion(arn)
  if (version.error)
    return <QueryError error={version.error} retry={version.refetch} what="the policy" />
  if (!version.data) return <Spinner />
  return (
    <JsonView text={decodeDocument(version.data.Document)} ariaLabel={`Policy ${name}`} />
  )
}
