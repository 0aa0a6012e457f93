import Icon from '@cloudscape-design/components/icon'
import type { ReactNode } from 'react'

import type { ConditionMatch, ConditionReason, Match } from '~/engine/evaluate/decision'

type ChipProps = { title: string; matched: boolean; children: ReactNode }

const Chip = ({ title, matched, children }: ChipProps) => (
  <div className={matched ? 'u-chip u-chip-match' : 'u-chip u-chip-differ'}>
    <div className="u-chip-title">
      <Icon
        name={matched ? 'status-positive' : 'status-negative'}
        variant={matched ? 'success' : 'error'}
        ariaLabel={matched ? 'matches' : 'does not match'}
      />
      {title}
    </div>
    {children}
  </div>
)

const isNot = (element: string) => element.startsWith('Not')

/** One element of a statement: what it asks for above what the request had. */
export const MatchChip = ({ title, match }: { title: string; match: Match }) => (
  <Chip title={isNot(match.element) ? match.element : title} matched={match.matched}>
    <Values
      label={isNot(match.element) ? 'Anything but' : 'Asks for'}
      values={match.wanted}
      by={match.by}
      none="not asked for"
    />
    <Values label="Request has" values={match.got} />
  </Chip>
)

const whys: Record<ConditionReason, string> = {
  satisfied: 'satisfied',
  'key-missing': 'the request has no such key',
  'value-differs': 'the value differs',
  'missing-key-satisfies': 'satisfied, as the request has no such key',
  'unknown-operator': 'the operator is unknown, so it never matches',
  'unresolved-variable': 'a policy variable has no value in this request',
  'bad-value': 'the value in the policy cannot be read',
}

/** All operators and keys of a statement's condition; every one of them has to hold. */
export function ConditionChip({ conditions }: { conditions: ConditionMatch[] }) {
  const matched = conditions.every((condition) => condition.matched)
  return (
    <Chip title="Condition" matched={matched}>
      {conditions.length === 0 && <div className="u-chip-none">None asked for</div>}
      {conditions.map((condition) => (
        <div key={`${condition.operator} ${condition.key}`} className="u-chip-condition">
          <div>
            <span className="u-code">{condition.operator}</span>{' '}
            <span className="u-code">{condition.key}</span>: {whys[condition.why]}
          </div>
          <Values label="Asks for" values={condition.wanted} by={condition.by} />
          <Values label="Request has" values={condition.got} />
        </div>
      ))}
    </Chip>
  )
}

type ValuesProps = {
  label: string
  values: string[]
  by?: string | undefined
  /** Said of an empty list. */
  none?: string
}

const SHOWN = 4

/** A long list is cut, but never before the pattern that matched. */
const cut = (values: string[], by: string | undefined) => {
  const first = values.slice(0, SHOWN)
  return by && values.includes(by) && !first.includes(by) ? [by, ...first.slice(1)] : first
}

function Values({ label, values, by, none = 'nothing' }: ValuesProps) {
  const shown = cut(values, by)
  const rest = values.length - shown.length
  return (
    <dl className="u-values">
      <dt>{label}</dt>
      <dd>
        {shown.length === 0 && <em>{none}</em>}
        {shown.map((value) => (
          <code key={value} className={value === by ? 'u-value u-value-hit' : 'u-value'}>
            {value}
          </code>
        ))}
        {rest > 0 && <span>and {rest} more</span>}
      </dd>
    </dl>
  )
}
