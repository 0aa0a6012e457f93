import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'

import type { Finding, Severity } from '~/engine/policy/finding'

type Kind = {
  severity: Severity
  label: string
  none: string
  icon: StatusIndicatorProps.Type
}

const kinds: Kind[] = [
  {
    severity: 'security',
    label: 'Security',
    none: 'No security warnings',
    icon: 'warning',
  },
  { severity: 'error', label: 'Errors', none: 'No errors', icon: 'error' },
  { severity: 'warning', label: 'Warnings', none: 'No warnings', icon: 'warning' },
  { severity: 'suggestion', label: 'Suggestions', none: 'No suggestions', icon: 'info' },
]

type Props = { findings: readonly Finding[]; onJump: (finding: Finding) => void }

/** What the checks found, by severity. Choosing one goes to its place in the text. */
export function FindingsTabs({ findings, onJump }: Props) {
  const [chosen, setChosen] = useState<string>()
  return (
    <Tabs
      ariaLabel="Policy validation"
      activeTabId={chosen ?? mostPressing(findings)}
      onChange={({ detail }) => setChosen(detail.activeTabId)}
      tabs={kinds.map((kind) => {
        const found = findings.filter(({ severity }) => severity === kind.severity)
        return {
          id: kind.severity,
          label: `${kind.label}: ${found.length}`,
          content: <FindingsList kind={kind} findings={found} onJump={onJump} />,
        }
      })}
    />
  )
}

/** Errors keep a policy from being saved, so they are what one sees until one looks elsewhere. */
const mostPressing = (findings: readonly Finding[]): Severity =>
  findings.some(({ severity }) => severity === 'error') ? 'error' : 'security'

const FindingsList = ({ kind, findings, onJump }: Props & { kind: Kind }) => {
  if (findings.length === 0) return <Box color="text-body-secondary">{kind.none}</Box>
  return (
    <ul className="u-findings">
      {findings.map((finding) => (
        <li key={`${finding.line} ${finding.column} ${finding.id} ${finding.message}`}>
          <StatusIndicator type={kind.icon}>
            <Link onFollow={() => onJump(finding)}>
              Ln {finding.line}, Col {finding.column}
            </Link>{' '}
            <strong>{finding.title}:</strong> {finding.message}
          </StatusIndicator>
        </li>
      ))}
    </ul>
  )
}
