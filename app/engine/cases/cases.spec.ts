import { describe, expect, test } from 'vitest'

import { authorize } from '../evaluate/authorize'
import type { AuthorizationRequest, PolicySet, Reason, Verdict } from '../evaluate/decision'
import { printRef } from '../evaluate/ref'

type Case = {
  /** A sentence. */
  name: string
  /** The page of AWS's documentation that says so. */
  page: string
  policies: PolicySet
  request: AuthorizationRequest
  rules?: { namedPrincipalSuffices: boolean }
  verdict: Verdict
  /** A right answer for the wrong reason fails. */
  decidedBy: string[]
  reason: Pick<Reason, 'kind'>
}

const files = import.meta.glob<Case[]>('./*.json', { eager: true, import: 'default' })

describe.each(Object.entries(files))('%s', (_, cases) => {
  test.each(cases)('$name', ({ policies, request, rules, verdict, decidedBy, reason }) => {
    const decision = authorize(request, policies, rules ? { rules } : {})
    expect({
      verdict: decision.verdict,
      decidedBy: decision.decidedBy.map(printRef),
      reason: decision.reason,
    }).toEqual({ verdict, decidedBy, reason })
  })

  test.each(cases)('the trace agrees: $name', ({ policies, request, rules }) => {
    const { trace, decidedBy } = authorize(request, policies, rules ? { rules } : {})
    const applying = trace.flatMap(({ statements }) =>
      statements.filter((each) => each.applies)
    )
    expect(applying.map(printRef)).toEqual(expect.arrayContaining(decidedBy.map(printRef)))
  })

  test.each(cases)('has a page of the documentation: $name', ({ page }) => {
    expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html/)
  })
})
