/**
 * A pattern is text with wildcards and, in the newer policy version, variables. Without
 * variables it is settled when compiled; with them, at each request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
import {
  type ContextKey,
  contextKey,
  contextValue,
  isList,
  variableValue,
} from '../conditions/context'
import type { PreparedRequest } from './request'
import { type Glob, globOf, matchesGlob, toElement } from './wildcard'

type Variable = { key: ContextKey; fallback: string | undefined }

export type Pattern = {
  /** As written. */
  text: string
  glob: Glob | undefined
  /** Elements of a glob with variables between them; absent when `glob` is there. */
  parts: (number | Variable)[]
  ignoreCase: boolean
}

export type Syntax = { wildcards: boolean; variables: boolean; ignoreCase?: boolean }

/** `unresolved`: a variable of the pattern has no value in this request. */
export type Outcome = 'match' | 'no-match' | 'unresolved'

export function parsePattern(text: string, syntax: Syntax): Pattern {
  const ignoreCase = syntax.ignoreCase ?? false
  const parts = parseParts(ignoreCase ? lowered(text) : text, syntax)
  const elements = parts.filter((part) => typeof part === 'number')
  const settled = elements.length === parts.length
  return {
    text,
    glob: settled ? globOf(elements) : undefined,
    parts: settled ? [] : parts,
    ignoreCase,
  }
}

export function matchPattern(
  pattern: Pattern,
  text: string,
  request: PreparedRequest
): Outcome {
  const glob = resolvePattern(pattern, request)
  if (glob === undefined) return 'unresolved'
  return matchesGlob(glob, pattern.ignoreCase ? lowered(text) : text) ? 'match' : 'no-match'
}

/** With its variables replaced; nothing where one has no value in this request. */
export const resolvePattern = (pattern: Pattern, request: PreparedRequest) =>
  pattern.glob ?? resolve(pattern, request)

const pairs = /[\ud800-\udbff][\udc00-\udfff]/g

/** Characters beyond the first 65,536 keep their case: recorded answers of AWS. */
function lowered(text: string): string {
  const kept = text.match(pairs)
  if (!kept) return text.toLowerCase()
  return text.toLowerCase().replace(pairs, () => kept.shift() ?? '')
}

function parseParts(text: string, { wildcards, variables }: Syntax): (number | Variable)[] {
  const parts: (number | Variable)[] = []
  let at = 0
  while (at < text.length) {
    const end = variables ? variableEnd(text, at) : -1
    if (end !== -1) {
      parts.push(parseVariable(text.slice(at + 2, end)))
      at = end + 1
    } else {
      const code = text.charCodeAt(at++)
      parts.push(wildcards ? toElement(code) : code)
    }
  }
  return parts
}

/** Where the `${…}` that begins here ends, or -1. */
export const variableEnd = (text: string, at: number) =>
  text.startsWith('${', at) ? text.indexOf('}', at) : -1

/** `${*}`, `${?}` and `${$}` are the plain characters. */
function parseVariable(inside: string): number | Variable {
  if (inside === '*' || inside === '?' || inside === '$') return inside.charCodeAt(0)
  const [key, ...rest] = inside.split(',')
  const written = rest.join(',').trim()
  const quoted = written.length > 1 && written.startsWith("'") && written.endsWith("'")
  return {
    key: contextKey((key ?? '').trim()),
    fallback: quoted ? written.slice(1, -1) : undefined,
  }
}

/** A value's own `*` and `?` are plain characters: a user's name must not widen a policy. */
function resolve(pattern: Pattern, request: PreparedRequest): Glob | undefined {
  const elements: number[] = []
  for (const part of pattern.parts) {
    if (typeof part === 'number') {
      elements.push(part)
      continue
    }
    // a default stands in for no value, not for several
    if (isList(part.key, contextValue(request, part.key))) return undefined
    const found = variableValue(request, part.key) ?? part.fallback
    if (found === undefined) return undefined
    const value = pattern.ignoreCase ? lowered(found) : found
    for (let at = 0; at < value.length; at++) elements.push(value.charCodeAt(at))
  }
  return globOf(elements)
}
