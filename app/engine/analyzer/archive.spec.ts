import { expect, test } from 'vitest'
import type { FindingCriterion } from '../model'
import { isArchivedBy, matchesFilter } from './archive'

const finding = {
  id: 'f1',
  type: 'ExternalAccess' as const,
  resource: 'arn:aws:s3:::shared',
  resourceType: 'AWS::S3::Bucket' as const,
  owner: '111122223333',
  status: 'ACTIVE' as const,
  external: {
    principal: { AWS: '999988887777' },
    condition: { 'aws:SourceIp': '10.0.0.0/8' },
    actions: ['s3:GetObject', 's3:ListBucket'],
    isPublic: false,
  },
}

test.each<[string, FindingCriterion, boolean]>([
  ['id', { eq: ['f1'] }, true],
  ['resource', { contains: ['shared'] }, true],
  ['resource', { contains: ['other'] }, false],
  ['resourceType', { neq: ['AWS::S3::Bucket'] }, false],
  ['status', { eq: ['ARCHIVED'] }, false],
  ['findingType', { eq: ['ExternalAccess'] }, true],
  ['resourceOwnerAccount', { eq: ['111122223333'] }, true],
  ['isPublic', { eq: ['true'] }, false],
  ['action', { eq: ['s3:ListBucket'] }, true],
  ['principal.AWS', { eq: ['999988887777'] }, true],
  ['principal.Federated', { exists: false }, true],
  ['condition.aws:sourceip', { exists: true }, true],
  ['condition.aws:PrincipalArn', { exists: true }, false],
  ['nothing', { exists: true }, false],
])('%s %j', (property, criterion, expected) => {
  expect(matchesFilter(finding, { [property]: criterion })).toBe(expected)
})

test('all criteria have to be met, and none is', () => {
  const filter = { id: { eq: ['f1'] }, status: { eq: ['RESOLVED'] } }
  expect(matchesFilter(finding, filter)).toBe(false)
  expect(matchesFilter(finding)).toBe(true)
})

test('unused access has no principal, condition or action', () => {
  const { external: _, ...unused } = finding
  for (const property of ['isPublic', 'action', 'principal.AWS', 'condition.k'])
    expect(matchesFilter(unused, { [property]: { exists: true } })).toBe(false)
})

test('one of the rules is enough', () => {
  const rule = (id: string) => ({
    name: id,
    filter: { id: { eq: [id] } },
    created: '',
    updated: '',
  })
  expect(isArchivedBy(finding, { a: rule('f0'), b: rule('f1') })).toBe(true)
  expect(isArchivedBy(finding, { a: rule('f0') })).toBe(false)
  expect(isArchivedBy(finding, {})).toBe(false)
})
