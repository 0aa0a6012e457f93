import { beforeAll, describe, expect, it } from 'vitest'

import { loadServiceAuthorization } from '../catalog/service-authorization'
import type { Severity } from './finding'
import { issueCode } from './findings'
import { errors } from './findings/errors'
import { security } from './findings/security'
import { suggestions } from './findings/suggestions'
import { warnings } from './findings/warnings'
import type { Case } from './spec-checks/case'
import { errorCases } from './spec-checks/errors'
import { suggestionCases } from './spec-checks/suggestions'
import { securityCases, warningCases } from './spec-checks/warnings'
import { validatePolicy } from './validate'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
const tables: [Severity, Record<string, readonly [string, string]>, Case[]][] = [
  ['error', errors, errorCases],
  ['security', security, securityCases],
  ['warning', warnings, warningCases],
  ['suggestion', suggestions, suggestionCases],
]

/** Every member on a line of its own, so that lines count. */
const write = (value: unknown) =>
  typeof value === 'string' && value.startsWith('{')
    ? value
    : JSON.stringify(value).replaceAll(',"', ',\n"')

/** Line and column of the last place where a part stands. */
function placeOf(text: string, part: string) {
  const before = text.slice(0, text.lastIndexOf(part)).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return { line: before.length, column, length: part.length }
}

beforeAll(() => loadServiceAuthorization())

describe.each(tables)('%s', (severity, table, cases) => {
  it.each(cases)('$id: $message', ({ id, kind = 'identity', options, ...each }) => {
    const text = write(each.has)
    const part = id === 'JSON_SYNTAX_ERROR' ? '}' : write(each.at)
    const found = validatePolicy(text, kind, options).filter(
      (finding) => finding.message === each.message
    )
    expect(found).toEqual([
      {
        severity,
        id: issueCode(id),
        title: table[id]?.[0],
        message: each.message,
        ...placeOf(text, part),
        path: expect.anything(),
      },
    ])
    const near = validatePolicy(write(each.hasNot), kind, options)
    expect(near.map((finding) => finding.id)).not.toContain(issueCode(id))
  })

  it('every one has a case', () => {
    const tried = new Set<string>(cases.map(({ id }) => id))
    const rejections = ['MalformedPolicyDocument', 'MalformedPolicy']
    const untried = Object.keys(table).filter((id) => !tried.has(id))
    expect(untried.filter((id) => !rejections.includes(id))).toEqual([])
  })
})

it('there are 151, as published', () => {
  const ids = tables.flatMap(([, table]) => Object.keys(table))
  const codes = new Set(ids.map((id) => id.split('/')[0]))
  expect(codes.size - 2).toBe(151)
})
