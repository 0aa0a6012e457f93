/** What can stand where the caret is. */
import { isKnownService } from '~/engine/catalog/actions'
import { servicePrefixes } from '~/engine/catalog/generated/service-prefixes'
import { globalKeyNames } from '~/engine/catalog/global-keys'
import { type ActionAuthorization, serviceOf } from '~/engine/catalog/service-authorization'
import type { PolicyKind } from '~/engine/policy/finding'
import { operatorNames, parseOperator } from '~/engine/policy/operators'
import { serviceName } from '~/components/policies/summary/service-name'
import { plainWords } from './plain-words'
import { principalTemplates } from '../principal-types'
import { keysIn, servicesOf, type Spot } from './spot'

export type Candidate = {
  text: string
  /** Beside it in the list. */
  note: string
  /** Lines of the box next to the list. */
  about?: string[]
}

const notes = (note: string, texts: readonly string[]): Candidate[] =>
  texts.map((text) => ({ text, note }))

const hasPrincipal = (kind: PolicyKind) => kind !== 'identity' && kind !== 'scp'

const rootKeys = (kind: PolicyKind) =>
  hasPrincipal(kind) ? ['Version', 'Id', 'Statement'] : ['Version', 'Statement']

const statementKeys = (kind: PolicyKind) => [
  'Sid',
  'Effect',
  ...(hasPrincipal(kind) ? ['Principal'] : []),
  ...(kind === 'resource' ? ['NotPrincipal'] : []),
  'Action',
  'NotAction',
  ...(kind === 'trust' ? [] : ['Resource', 'NotResource']),
  'Condition',
]

const describe = (action: ActionAuthorization): Candidate => {
  const types = action.resources.map(
    ({ type, required }) => type.name + (required ? '*' : '')
  )
  return {
    text: `${action.service}:${action.name}`,
    note: action.level,
    about: [
      plainWords(action.name),
      `Access level: ${action.level}`,
      `Resource types: ${[...new Set(types)].join(', ') || 'none, needs *'}`,
    ],
  }
}

const services = (): Candidate[] => [
  { text: '*', note: 'All actions' },
  ...[...servicePrefixes].map((prefix) => ({
    text: `${prefix}:`,
    note: serviceName(prefix) === prefix ? 'Service' : serviceName(prefix),
  })),
]

function actions(typed: string): Candidate[] {
  const [prefix = ''] = typed.split(':')
  if (!typed.includes(':')) return services()
  const all = { text: `${prefix}:*`, note: 'All actions of the service' }
  return [all, ...[...(serviceOf(prefix)?.actions.values() ?? [])].map(describe)]
}

/** The ARN of a resource type with what is to be filled in between braces. */
export const arnTemplate = (arn: string) =>
  arn.replace('${Partition}', 'aws').replaceAll('${', '{')

const resources = (prefixes: readonly string[]): Candidate[] => [
  { text: '*', note: 'All resources' },
  ...prefixes.flatMap((prefix) =>
    (serviceOf(prefix)?.resourceTypes ?? []).map(({ name, arn }) => ({
      text: arnTemplate(arn),
      note: `${serviceName(prefix)} ${name}`,
    }))
  ),
]

const operators = (typed: string): Candidate[] => {
  const qualifier = /^(?:ForAllValues|ForAnyValue):/.exec(typed)?.[0]
  if (qualifier)
    return notes(
      'Operator',
      operatorNames.map((name) => qualifier + name)
    )
  return [
    ...notes('Operator', operatorNames),
    ...notes('Qualifier', ['ForAllValues:', 'ForAnyValue:']),
    ...notes(
      'If exists',
      operatorNames.filter(canBeAbsent).map((name) => `${name}IfExists`)
    ),
  ]
}

const canBeAbsent = (operator: string) => operator !== 'Null'

const globalKeys = [
  ...globalKeyNames.toSorted(),
  'aws:PrincipalTag/{TagKey}',
  'aws:RequestTag/{TagKey}',
  'aws:ResourceTag/{TagKey}',
]

/** Keys of these services first, then those that every request can have. */
export const conditionKeys = (prefixes: readonly string[]): Candidate[] => [
  ...prefixes.flatMap((prefix) =>
    notes(
      serviceName(prefix),
      (serviceOf(prefix)?.conditionKeys ?? [])
        .map(({ name }) => name.replaceAll('${', '{'))
        .filter((name) => !name.startsWith('aws:'))
    )
  ),
  ...notes('Global', globalKeys),
]

const takesBoolean = (operator = '') =>
  ['bool', 'null'].includes(parseOperator(operator)?.family ?? '')

function principals(type: string | undefined): Candidate[] {
  const fitting = principalTemplates.filter(
    (each) => each.type === type || (type === undefined && each.template === '*')
  )
  return fitting.map(({ label, template }) => ({ text: template, note: label }))
}

function inStatement({ path, statement }: Spot, typed: string): Candidate[] {
  const [, element = '', second] = path
  const key = element.replace(/^Not/, '')
  if (element === 'Effect') return notes('Effect', ['Allow', 'Deny'])
  if (key === 'Action') return actions(typed)
  if (key === 'Resource') return resources(servicesOf(statement))
  if (key === 'Principal') return principals(second)
  if (element === 'Condition' && path.length === 4 && takesBoolean(second))
    return notes('Boolean', ['true', 'false'])
  return []
}

function keysAt({ path, statement }: Spot, kind: PolicyKind, typed: string): Candidate[] {
  const [root, element, operator] = path
  if (root === undefined) return notes('Element', rootKeys(kind))
  if (root !== 'Statement') return []
  if (element === undefined) {
    const taken = keysIn(statement)
    return notes(
      'Element',
      statementKeys(kind).filter((key) => key === typed || !taken.has(key))
    )
  }
  if (element === 'Condition')
    return operator === undefined ? operators(typed) : conditionKeys(servicesOf(statement))
  return /^(?:Not)?Principal$/.test(element)
    ? notes('Principal type', ['AWS', 'Service', 'Federated', 'CanonicalUser'])
    : []
}

/** `typed` is what stands before the caret. */
export function candidatesAt(spot: Spot, typed: string, kind: PolicyKind): Candidate[] {
  if (!spot.isOpen) return []
  if (spot.at === 'key') return keysAt(spot, kind, typed)
  if (spot.path[0] === 'Version') return notes('Version', ['2012-10-17', '2008-10-17'])
  return spot.path[0] === 'Statement' ? inStatement(spot, typed) : []
}

/** Services whose data is needed first. */
export function servicesNeeded({ statement }: Spot, typed: string): string[] {
  const [prefix = ''] = typed.split(':')
  return [...servicesOf(statement), prefix.toLowerCase()].filter(isKnownService)
}
