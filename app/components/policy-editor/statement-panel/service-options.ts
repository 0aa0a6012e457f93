import { serviceName } from '~/components/policies/summary/service-name'
import { servicePrefixes } from '~/engine/catalog/generated/service-prefixes'
import type { Statement } from '../text/read-statements'

const toOption = (prefix: string) => ({
  value: prefix,
  label: serviceName(prefix),
  filteringTags: [prefix],
})

const all = [...servicePrefixes]
  .map(toOption)
  .sort((a, b) => a.label.localeCompare(b.label, 'en', { sensitivity: 'base' }))

/** Prefixes of the services whose actions a statement has. */
export const includedServices = ({ actions }: Pick<Statement, 'actions'>) => [
  ...new Set(
    actions
      .map((action) => action.split(':')[0]?.toLowerCase() ?? '')
      .filter((prefix) => servicePrefixes.has(prefix))
  ),
]

/** The services of a statement stand first. */
export function serviceOptions(included: readonly string[]) {
  const others = all.filter(({ value }) => !included.includes(value))
  return [
    ...(included.length > 0
      ? [{ label: 'Included', options: included.map(toOption) }]
      : []),
    { label: 'Available', options: others },
  ]
}

export const serviceOption = toOption
