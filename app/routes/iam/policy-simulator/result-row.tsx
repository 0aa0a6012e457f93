import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useId, useState } from 'react'
import { serviceName } from '~/components/policies/summary/service-name'
import { useService } from '~/components/policies/use-service'
import type { Principal } from '~/data/simulator'
import { permissionWords } from './permission-words'
import { ResultDetail } from './result-detail'
import type { Row } from './simulate'
import type { Simulation } from './use-simulation'

type Props = { row: Row; simulation: Simulation; principal: Principal | undefined }

/** One action on one resource; what is behind it opens below. */
export function ResultRow({ row, simulation, principal }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { action, resource } = row
  const { draft, change } = simulation
  const [prefix = '', name = action] = action.split(':')
  return (
    <tbody>
      <tr>
        <th scope="row">
          <Button
            variant="inline-icon"
            iconName={open ? 'treeview-collapse' : 'treeview-expand'}
            ariaLabel={`${open ? 'Collapse' : 'Expand'} ${action} on ${resource}`}
            ariaExpanded={open}
            {...(open ? { ariaControls: id } : {})}
            onClick={() => setOpen(!open)}
          />{' '}
          <span className="u-code">{name}</span>
        </th>
        <td>{serviceName(prefix)}</td>
        <td>
          <ResourceTypes prefix={prefix} name={name} />
        </td>
        <td className="u-code">{resource}</td>
        <td>
          <Permission row={row} />
        </td>
        <td>
          <Button
            variant="inline-icon"
            iconName="close"
            ariaLabel={`Remove ${action} on ${resource}`}
            onClick={() =>
              change({ actions: draft.actions.filter((other) => other !== action) })
            }
          />
        </td>
      </tr>
      {open && (
        <tr id={id}>
          <td colSpan={6}>
            <ResultDetail row={row} simulation={simulation} principal={principal} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Permission({ row }: { row: Row }) {
  const { word, reason } = permissionWords(row)
  if (row.permission === undefined)
    return <StatusIndicator type="pending">{word}</StatusIndicator>
  return (
    <>
      <StatusIndicator type={row.permission === 'allowed' ? 'success' : 'error'}>
        {word}
      </StatusIndicator>
      <div className="u-hint">{reason}</div>
    </>
  )
}

/** Kinds of resource that the action takes. */
function ResourceTypes({ prefix, name }: { prefix: string; name: string }) {
  const { service } = useService(prefix.toLowerCase())
  const action = service?.actions.get(name.toLowerCase())
  if (!action) return '-'
  const types = [...new Set(action.resources.map(({ type }) => type.name))]
  return types.length > 0 ? types.join(', ') : 'not required'
}
