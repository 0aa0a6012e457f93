import { beforeAll, describe, expect, it } from 'vitest'

import { loadServiceAuthorization } from '../catalog/service-authorization'
import { authorize } from '../evaluate/authorize'
import type { AuthorizationRequest, PolicySet } from '../evaluate/decision'
import { rejectIdentityPolicy, rejectResourcePolicy, rejectTrustPolicy } from './accept'
import type { PolicyDocument } from './document'
import { type Finding, isRejection, type PolicyKind } from './finding'
import { parseJson } from './parse'
import { printJson } from './print'
import { Chance } from './spec-fuzz/chance'
import { corpus } from './spec-fuzz/corpus'
import { mutateText, mutateTree } from './spec-fuzz/mutate'
import { validatePolicy } from './validate'

const COUNT = 100_000
const kinds: PolicyKind[] = ['identity', 'trust', 'resource', 'scp', 'rcp']
const BUCKET = { resourceType: 'AWS::S3::Bucket' }

const requests: AuthorizationRequest[] = [
  {
    principal: { type: 'user', arn: 'arn:aws:iam::123456789012:user/stuart' },
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::inbox/a', account: '123456789012' },
    context: {
      'aws:username': 'stuart',
      'aws:SourceIp': '203.0.113.9',
      'aws:TagKeys': ['a'],
    },
  },
  {
    principal: { type: 'oidc', service: 'token.actions.githubusercontent.com' },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: { arn: 'arn:aws:iam::123456789012:role/Reader' },
    context: { 'token.actions.githubusercontent.com:sub': 'repo:acorn/app:main' },
  },
]

function policySet(kind: PolicyKind, document: PolicyDocument): PolicySet {
  const all: PolicyDocument = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
  }
  switch (kind) {
    case 'identity':
      return { identity: [document], boundary: [document], session: [document] }
    case 'trust':
      return { identity: [all], trust: document }
    case 'resource':
      return { identity: [], resource: document }
    case 'scp':
      return { identity: [all], scps: [[document]] }
    case 'rcp':
      return { identity: [all], rcps: [[document]] }
  }
}

/** Whatever is wrong with the outcome for one text, in words. */
function faultsOf(text: string, kind: PolicyKind): string[] {
  const options = kind === 'resource' ? BUCKET : {}
  const findings = validatePolicy(text, kind, options)
  const refused = refusalOf(text, kind)
  const rejections = findings.filter(isRejection).map(({ message }) => message)
  const faults: string[] = []
  if (!placesAreReal(text, findings)) faults.push('places')
  if (refused !== 'unknown' && rejections[0] !== refused) faults.push(`refusal ${refused}`)
  if (rejections.length > 1) faults.push('several refusals')
  if (findings.some(({ message }) => message.includes('{{') && !text.includes('{{')))
    faults.push('placeholder')
  return faults
}

/** What the service itself says; of the kinds of an organization, nothing is known. */
function refusalOf(text: string, kind: PolicyKind) {
  if (kind === 'identity') return rejectIdentityPolicy(text)
  if (kind === 'trust') return rejectTrustPolicy(text)
  return kind === 'resource' ? rejectResourcePolicy(text) : 'unknown'
}

function placesAreReal(text: string, findings: Finding[]) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    starts.push(at + 1)
  let last = 0
  return findings.every(({ line, column, length }) => {
    const start = (starts[line - 1] ?? Number.NaN) + column - 1
    const isSorted = start >= last
    last = start
    return isSorted && length >= 0 && start + length <= text.length
  })
}

/** Printed and read again, a tree is the same. */
function roundTrips(text: string) {
  const parsed = parseJson(text)
  if (!parsed.ok) return true
  const printed = printJson(parsed.root)
  const again = parseJson(printed)
  return again.ok && printJson(again.root) === printed
}

function decide(text: string, kind: PolicyKind) {
  const parsed = parseJson(text)
  if (!parsed.ok) return 0
  // whatever it holds, it is read as a document
  const document = JSON.parse(text) as PolicyDocument
  for (const request of requests) {
    const { verdict, trace } = authorize(request, policySet(kind, document))
    expect(['Allow', 'ExplicitDeny', 'ImplicitDeny']).toContain(verdict)
    expect(trace).toBeDefined()
  }
  return 1
}

describe('spoiled documents', () => {
  beforeAll(() => loadServiceAuthorization())

  it(
    `${COUNT} of them get an answer from parser, checker and evaluator`,
    { timeout: 240_000 },
    () => {
      const chance = new Chance(20_261_123)
      const bad: string[] = []
      let decided = 0
      for (let run = 0; run < COUNT; run++) {
        const good = chance.pick(corpus)
        const tree = run % 2 === 0 ? good.document : mutateTree(good.document, chance)
        const whole = JSON.stringify(tree, null, chance.below(3)) ?? ''
        const other = JSON.stringify(chance.pick(corpus).document)
        const text = run % 4 === 1 ? whole : mutateText(whole, other, chance)
        const kind = chance.below(4) === 0 ? chance.pick(kinds) : good.kind
        const faults = faultsOf(text, kind)
        if (faults.length > 0) bad.push(`${kind}: ${faults.join(', ')}: ${text}`)
        if (!roundTrips(text)) bad.push(`printing: ${text}`)
        decided += decide(text, kind)
      }
      console.log(`${COUNT} documents checked, ${decided} of them decided on`)
      expect(bad.slice(0, 5)).toEqual([])
      expect(decided).toBeGreaterThan(COUNT / 5)
    }
  )
})
