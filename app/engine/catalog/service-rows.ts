/**
 * What the generated modules hold for a service, and how it is read. A service's row is read
 * when somebody first asks for it: a part has thirty services and a policy names two.
 */
import { matchesGlob, parseGlob, type Glob } from '../match/wildcard'
import { accessLevels, type AccessLevel } from './actions'

/** As the service authorization reference names them; those of `ArrayOf` have several values. */
export type ConditionKeyType =
  | 'String'
  | 'ArrayOfString'
  | 'ARN'
  | 'ArrayOfARN'
  | 'Bool'
  | 'ArrayOfBool'
  | 'Numeric'
  | 'Date'
  | 'IPAddress'

export type ConditionKey = {
  /** In the reference's spelling; a changing part is written `${TagKey}`. */
  name: string
  type: ConditionKeyType
}

export type ResourceType = {
  name: string
  /** `arn:${Partition}:s3:::${BucketName}` */
  arn: string
  conditionKeys: ConditionKey[]
}

export type ActionResource = {
  type: ResourceType
  /** The action cannot be done without a resource of this type. */
  required: boolean
  /** Only for this type, beside the action's own. */
  conditionKeys: ConditionKey[]
}

export type ActionAuthorization = {
  service: string
  name: string
  level: AccessLevel
  /** Empty when the action has no resource, so that its policy needs `*`. */
  resources: ActionResource[]
  conditionKeys: ConditionKey[]
}

export type ServiceAuthorization = {
  prefix: string
  /** `Amazon S3` */
  name: string
  /** By name in lower case. */
  actions: ReadonlyMap<string, ActionAuthorization>
  resourceTypes: readonly ResourceType[]
  conditionKeys: readonly ConditionKey[]
  /** Names in lower case of actions that AWS's own policies grant and the reference lacks. */
  undocumented: ReadonlySet<string>
  /** Every form of ARN with this service in its third field, whichever service lists it. */
  arns: readonly string[]
  /** The key a policy's text means, whatever its case and its tag. */
  findKey: (text: string) => ConditionKey | undefined
}

type ResourceRow = [name: string, arn: string, keys: number[]]

/** Twice the place of the type, and one when it is required; a list adds places of keys. */
type ActionResourceRow = number | number[]

type ActionRow = [
  level: number,
  resources: ActionResourceRow[],
  keys: number[],
  names: string,
]

export type ServiceRow = [
  name: string,
  keys: string[],
  types: ResourceRow[],
  actions: ActionRow[],
  undocumented: string,
  foreign: string[],
]

const keyTypes: Record<string, ConditionKeyType> = {
  S: 'String',
  s: 'ArrayOfString',
  A: 'ARN',
  a: 'ArrayOfARN',
  B: 'Bool',
  b: 'ArrayOfBool',
  N: 'Numeric',
  D: 'Date',
  I: 'IPAddress',
}

const ARN_START = 'arn:${Partition}:'

const words = (text: string) => text.split(' ').filter(Boolean)

export function readServiceRow(prefix: string, row: ServiceRow): ServiceAuthorization {
  const [name, keyTexts, typeRows, actionRows, undocumented, foreign] = row
  const keys = keyTexts.map((text): ConditionKey => {
    const type = keyTypes[text.slice(0, 1)] ?? 'String'
    return { name: text.slice(1), type }
  })
  const pick = (places: number[]) =>
    places.map((place) => keys[place]).filter((key) => key !== undefined)
  const types = typeRows.map(([type, arn, places]): ResourceType => ({
    name: type,
    arn: `arn:\${Partition}:${arn}`,
    conditionKeys: pick(places),
  }))
  const actions = actionRows.flatMap((action) => readActions(prefix, action, types, pick))
  return {
    prefix,
    name,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resourceTypes: types,
    conditionKeys: keys,
    undocumented: new Set(words(undocumented.toLowerCase())),
    arns: [...types.map(({ arn }) => arn), ...foreign.map((arn) => ARN_START + arn)].filter(
      (arn) => arn.split(':')[2] === prefix
    ),
    findKey: keyFinder(keys),
  }
}

function readActions(
  service: string,
  [level, resourceRows, keys, names]: ActionRow,
  types: ResourceType[],
  pick: (places: number[]) => ConditionKey[]
): ActionAuthorization[] {
  const resources = resourceRows.flatMap((row): ActionResource[] => {
    const [code = 0, ...places] = typeof row === 'number' ? [row] : row
    const type = types[code >> 1]
    if (type === undefined) return []
    return [{ type, required: code % 2 === 1, conditionKeys: pick(places) }]
  })
  const shared = {
    service,
    level: accessLevels[level] ?? 'Write',
    resources,
    conditionKeys: pick(keys),
  }
  return words(names).map((name) => ({ ...shared, name }))
}

const placeholder = /\$\{[^}]*\}|<[^>]*>|(?<=\/)tag-key$/g

/** Names with a changing part are tried one by one, after the look-up of the others. */
function keyFinder(keys: ConditionKey[]) {
  const exact = new Map<string, ConditionKey>()
  const patterns: { glob: Glob; key: ConditionKey }[] = []
  for (const key of keys) {
    const pattern = key.name.toLowerCase().replace(placeholder, '?*')
    exact.set(key.name.toLowerCase(), key)
    if (pattern !== key.name.toLowerCase()) patterns.push({ glob: parseGlob(pattern), key })
  }
  return (text: string) => {
    const wanted = text.toLowerCase()
    return exact.get(wanted) ?? patterns.find(({ glob }) => matchesGlob(glob, wanted))?.key
  }
}
