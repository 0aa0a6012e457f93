/**
 * Which findings an archive rule means.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-filter-keys.html
 */
import type { AnalyzerFinding, ArchiveRule, FindingCriterion } from '../model'

type Filtered = Omit<AnalyzerFinding, 'created' | 'updated'>

export type Filter = Record<string, FindingCriterion>

function valuesOf(finding: Filtered, property: string): string[] {
  const { external } = finding
  const [head = '', ...rest] = property.split('.')
  const name = rest.join('.')
  switch (head) {
    case 'id':
    case 'resource':
    case 'resourceType':
    case 'status':
      return [finding[head]]
    case 'findingType':
      return [finding.type]
    case 'resourceOwnerAccount':
      return [finding.owner]
    case 'isPublic':
      return external ? [String(external.isPublic)] : []
    case 'action':
      return external?.actions ?? []
    case 'principal':
      return entryOf(external?.principal, name)
    case 'condition':
      return entryOf(external?.condition, name)
    default:
      return []
  }
}

const entryOf = (record: Record<string, string> = {}, name: string) =>
  Object.entries(record)
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .map(([, value]) => value)

function meets(values: string[], { eq, neq, contains, exists }: FindingCriterion) {
  return (
    (eq === undefined || values.some((value) => eq.includes(value))) &&
    (neq === undefined || !values.some((value) => neq.includes(value))) &&
    (contains === undefined ||
      values.some((value) => contains.some((part) => value.includes(part)))) &&
    (exists === undefined || values.length > 0 === exists)
  )
}

/** All of a filter's criteria have to be met. */
export const matchesFilter = (finding: Filtered, filter: Filter = {}) =>
  Object.entries(filter).every(([property, criterion]) =>
    meets(valuesOf(finding, property), criterion)
  )

export const isArchivedBy = (finding: Filtered, rules: Record<string, ArchiveRule>) =>
  Object.values(rules).some(({ filter }) => matchesFilter(finding, filter))
