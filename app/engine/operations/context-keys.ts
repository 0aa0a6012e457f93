/** The condition keys that policies ask for, in conditions and in variables. */
import { listOf, isObject, textsOf } from '../policy/read'
import { documentOf } from '../policy/kept'

const variables = (text: string) =>
  [...text.matchAll(/\$\{([^*?$},][^},]*)(?:,[^}]*)?\}/g)].map(([, key = '']) => key.trim())

function keysOfBlock(block: unknown): string[] {
  if (!isObject(block)) return []
  return Object.values(block).flatMap((operands) =>
    isObject(operands)
      ? Object.entries(operands).flatMap(([key, values]) => [
          key,
          ...textsOf(values).flatMap(variables),
        ])
      : []
  )
}

function keysOfStatement(statement: unknown): string[] {
  if (!isObject(statement)) return []
  const { Resource, NotResource, Condition } = statement
  const resources = [...textsOf(Resource), ...textsOf(NotResource)]
  return [...resources.flatMap(variables), ...keysOfBlock(Condition)]
}

/** Each once, whatever its case, as it is written first. */
export function distinctKeys(keys: string[]) {
  const seen = new Map<string, string>()
  for (const key of keys) if (!seen.has(key.toLowerCase())) seen.set(key.toLowerCase(), key)
  return [...seen.values()]
}

export const contextKeysIn = (texts: string[]) =>
  distinctKeys(
    texts.flatMap((text) => listOf(documentOf(text).Statement).flatMap(keysOfStatement))
  )

export { variables as variablesIn }
