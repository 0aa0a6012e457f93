/** Which resource types the actions of a block take, what it names of each, and what is missing. */
import type {
  ActionAuthorization,
  ResourceType,
  ServiceAuthorization,
} from '~/engine/catalog/service-authorization'
import { intersect, literalLength, parseTemplate, toPattern } from './arn-template'
import type { Block } from './block'
import { chosenNames } from './choose-actions'

export type TypeRow = {
  type: ResourceType
  arns: string[]
  /** Names of actions that need a resource of this type and have none. */
  unmet: string[]
}

export type BlockResources = {
  rows: TypeRow[]
  /** What fits none of the types. */
  others: string[]
  /** Actions that have no resources, so that a policy names all for them. */
  unscoped: string[]
}

const byName = (a: ResourceType, b: ResourceType) => a.name.localeCompare(b.name)

export function resourcesOf(service: ServiceAuthorization, block: Block): BlockResources {
  const names = chosenNames(service, block.actions)
  const actions = [...service.actions.values()].filter(({ name }) => names.has(name))
  const types = typesOf(actions)
  const assigned = block.resources.map((arn) => ({ arn, type: typeOfArn(types, arn) }))
  const isCovered = (type: ResourceType) =>
    assigned.some(({ arn, type: own }) => covers(arn, own, type))
  const isMet = ({ resources }: ActionAuthorization) => {
    const required = resources.filter((resource) => resource.required)
    return required.length > 0
      ? required.every(({ type }) => isCovered(type))
      : resources.some(({ type }) => isCovered(type))
  }
  const unmet = actions.filter((action) => action.resources.length > 0 && !isMet(action))
  const needs = (action: ActionAuthorization, type: ResourceType) =>
    action.resources.some(
      (resource) =>
        resource.type === type &&
        (resource.required || !action.resources.some((each) => each.required))
    ) && !isCovered(type)
  return {
    rows: types.toSorted(byName).map((type) => ({
      type,
      arns: assigned.filter((each) => each.type === type).map(({ arn }) => arn),
      unmet: unmet.filter((action) => needs(action, type)).map(({ name }) => name),
    })),
    others: assigned.filter(({ type }) => type === undefined).map(({ arn }) => arn),
    unscoped: actions
      .filter(({ resources }) => resources.length === 0)
      .map(({ name }) => name),
  }
}

const typesOf = (actions: readonly ActionAuthorization[]) => [
  ...new Set(actions.flatMap(({ resources }) => resources.map(({ type }) => type))),
]

/** The most particular type whose form the ARN has: an object, although a bucket's form fits. */
function typeOfArn(types: readonly ResourceType[], arn: string) {
  return types
    .filter((type) => parseTemplate(type.arn, arn) !== undefined)
    .toSorted((a, b) => literalLength(b.arn) - literalLength(a.arn))[0]
}

/** A bucket's pattern may reach its objects, an object's never a bucket. */
function covers(arn: string, own: ResourceType | undefined, type: ResourceType) {
  if (own === type) return true
  if (own && literalLength(own.arn) >= literalLength(type.arn)) return false
  return /[*?]/.test(arn) && intersect(arn, toPattern(type.arn))
}

/** `Specify bucket resource ARN for the ListBucket and 2 more actions.` */
export function unmetText(type: string, [first = '', ...more]: readonly string[]) {
  const rest =
    more.length === 0
      ? 'action'
      : `and ${more.length} more ${more.length === 1 ? 'action' : 'actions'}`
  return `Specify ${type} resource ARN for the ${first} ${rest}.`
}
