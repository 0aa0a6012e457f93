/**
 * ARNs are matched field by field: a wildcard never crosses one of the first five colons.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
import {
  matchPattern,
  type Outcome,
  parsePattern,
  type Pattern,
  type Syntax,
  variableEnd,
} from './pattern'
import type { PreparedRequest } from './request'
import { globOf, matchesGlob } from './wildcard'

export type ArnPattern = {
  /** As written. */
  text: string
  /** Enough by itself when the first five fields are plain, for then they pin the rest. */
  whole: Pattern | undefined
  /** One for each field otherwise; none for text that is no ARN and so matches nothing. */
  fields: Pattern[]
}

type Options = {
  /** Complete a short ARN with `*`, as IAM does for resources but not for condition values. */
  complete: boolean
  variables: 'everywhere' | 'in-resource' | 'nowhere'
}

const fieldCount = 6

export function parseArnPattern(
  text: string,
  { complete, variables }: Options
): ArnPattern {
  const tail = { wildcards: true, variables: variables !== 'nowhere' }
  const head = { wildcards: true, variables: variables === 'everywhere' }
  if (/^\*+$/.test(text)) return { text, whole: parsePattern(text, tail), fields: [] }
  const fields = splitPattern(text, tail)
  if (fields[0] !== 'arn') return { text, whole: undefined, fields: [] }
  const plainHead =
    fields.length === fieldCount && !/[*?$]/.test(fields.slice(0, 5).join(''))
  if (plainHead) return { text, whole: parsePattern(text, tail), fields: [] }
  if (fields.length < fieldCount && !complete) return { text, whole: undefined, fields: [] }
  while (fields.length < fieldCount) fields.push('*')
  const parse = (field: string, at: number) => parsePattern(field, at < 5 ? head : tail)
  return { text, whole: undefined, fields: fields.map(parse) }
}

export const isArnPattern = (text: string) => /^\*+$|^arn:/.test(text)

/** Like `splitFields`, but a colon inside a variable is part of its name. */
function splitPattern(text: string, { variables }: Syntax): string[] {
  const fields: string[] = []
  let start = 0
  for (let at = 0; at < text.length && fields.length < fieldCount - 1; at++) {
    if (variables) at = Math.max(at, variableEnd(text, at))
    if (text[at] !== ':') continue
    fields.push(text.slice(start, at))
    start = at + 1
  }
  return [...fields, text.slice(start)]
}

export function matchArn(
  pattern: ArnPattern,
  arn: string,
  split: (arn: string, request: PreparedRequest) => string[],
  request: PreparedRequest
): Outcome {
  if (pattern.whole) return matchPattern(pattern.whole, arn, request)
  if (pattern.fields.length === 0) return 'no-match'
  const fields = split(arn, request)
  if (fields.length !== fieldCount) return 'no-match'
  for (let at = 0; at < fieldCount; at++) {
    const wanted = pattern.fields[at]
    const got = fields[at]
    if (wanted === undefined || got === undefined) return 'no-match'
    const outcome = matchPattern(wanted, got, request)
    if (outcome !== 'match') return outcome
  }
  return 'match'
}

const colon = 58

/** For a pattern whose variables are replaced already; nothing if it is no ARN. */
export function matchArnElements(
  elements: number[],
  fields: string[]
): 'match' | 'no-match' | undefined {
  const wanted: number[][] = [[]]
  for (const element of elements) {
    if (element === colon && wanted.length < fieldCount) wanted.push([])
    else wanted.at(-1)?.push(element)
  }
  const globs = wanted.map(globOf)
  const first = globs[0]
  if (globs.length < fieldCount || first?.kind !== 'exact' || first.text !== 'arn')
    return undefined
  return globs.every((glob, at) => matchesGlob(glob, fields[at] ?? ''))
    ? 'match'
    : 'no-match'
}
