import Icon from '@cloudscape-design/components/icon'
import type { IconProps } from '@cloudscape-design/components/icon'

import type { Verdict } from '~/engine/evaluate/decision'

import { outcomes, policyTypes, verdicts } from './labels'
import type { Outcome, PolicyGroup } from './labels'

const icons: Record<Outcome, IconProps.Name> = {
  allows: 'status-positive',
  denies: 'status-negative',
  silent: 'status-stopped',
  missing: 'status-negative',
}

const variants: Record<Outcome, IconProps.Variant> = {
  allows: 'success',
  denies: 'error',
  silent: 'subtle',
  missing: 'error',
}

type Props = { groups: PolicyGroup[]; verdict: Verdict }

/** The whole decision at a glance: every kind of policy that had a say, and what came of it. */
export const PolicyStrip = ({ groups, verdict }: Props) => (
  <ol className="u-strip" aria-label="The decision step by step">
    {groups.map(({ type, outcome, policies }) => (
      <li key={type} className={`u-step u-step-${outcome}`}>
        <Icon name={icons[outcome]} variant={variants[outcome]} />
        <strong>
          {policies.length !== 1 ? policyTypes[type].many : policyTypes[type].one}
        </strong>
        <span>{outcomes[outcome]}</span>
      </li>
    ))}
    <li className={`u-step u-step-end u-step-${verdict === 'Allow' ? 'allows' : 'denies'}`}>
      <Icon
        name={verdict === 'Allow' ? 'status-positive' : 'status-negative'}
        variant={verdict === 'Allow' ? 'success' : 'error'}
      />
      <strong>Decision</strong>
      <span>{verdicts[verdict].title}</span>
    </li>
  </ol>
)
