/** The values of context keys as a simulation takes them. */
import type { ContextEntry, ContextKeyTypeEnum } from '@aws-sdk/client-iam'
import type { ContextKey } from '~/data/simulator'
import { keyFacts } from '~/engine/catalog/condition-keys'
import type { KeyType } from '~/engine/catalog/global-keys'

const types = {
  string: 'string',
  arn: 'string',
  bool: 'boolean',
  numeric: 'numeric',
  date: 'date',
  ip: 'ip',
  'date-or-numeric': 'numeric',
} as const satisfies Record<KeyType, ContextKeyTypeEnum>

export type ValueType = (typeof types)[KeyType]

/** A key that no service is known to have takes any text. */
export const valueType = ({ type = 'string' }: ContextKey): ValueType => types[type]

export const typeOf = (key: ContextKey): ContextKeyTypeEnum =>
  key.isMultiValued ? `${valueType(key)}List` : valueType(key)

const valuesOf = ({ isMultiValued = false }: ContextKey, text: string) =>
  isMultiValued
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : [text.trim()].filter(Boolean)

/** A key without a value is left out of the request. */
export const toEntries = (
  keys: ContextKey[],
  values: Record<string, string>
): ContextEntry[] =>
  keys.flatMap((key) => {
    const given = valuesOf(key, values[key.name] ?? '')
    return given.length === 0
      ? []
      : [{ ContextKeyName: key.name, ContextKeyType: typeOf(key), ContextKeyValues: given }]
  })

/** The same for a decision of the engine's own. */
export const toContext = (keys: ContextKey[], values: Record<string, string>) =>
  Object.fromEntries(
    keys.flatMap((key): [string, string | string[]][] => {
      const given = valuesOf(key, values[key.name] ?? '')
      const [only] = given
      if (only === undefined) return []
      return [[key.name, key.isMultiValued ? given : only]]
    })
  )

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** What policies use, then what only an answer has missed. */
export const allKeys = (used: ContextKey[], missed: string[]): ContextKey[] => [
  ...used,
  ...missed
    .filter((name) => !used.some((key) => isSame(key.name, name)))
    .map((name) => ({ name, ...keyFacts(name.toLowerCase()) })),
]
