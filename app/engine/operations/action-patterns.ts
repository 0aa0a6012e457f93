/** Which services, and which of their actions, the Allow statements of policies speak of. */
import { matchesGlob, parseGlob } from '../match/wildcard'
import { documentOf } from '../policy/kept'
import { isObject, listOf, textsOf } from '../policy/read'

type Pattern = { service: string; action: string }

const toPattern = (text: string): Pattern => {
  const [service = '', action = '*'] = text.toLowerCase().split(':')
  return { service, action }
}

const matches = (pattern: string, text: string) =>
  matchesGlob(parseGlob(pattern), text.toLowerCase())

/** Granting everything but a few actions grants something of nearly every service. */
const everything: Pattern = { service: '*', action: '*' }

export function patternsIn(texts: string[]): Pattern[] {
  return texts.flatMap((text) =>
    listOf(documentOf(text).Statement).flatMap((statement) => {
      if (!isObject(statement) || statement.Effect !== 'Allow') return []
      if (statement.NotAction !== undefined) return [everything]
      return textsOf(statement.Action).map(toPattern)
    })
  )
}

export const grantsService = (patterns: Pattern[], service: string) =>
  patterns.some((pattern) => matches(pattern.service, service))

export const grantsAction = (patterns: Pattern[], service: string, action: string) =>
  patterns.some(
    (pattern) => matches(pattern.service, service) && matches(pattern.action, action)
  )
