import { expect, test } from 'vitest'
import { type Hit, matching } from './hit'

const role = (name: string, detail = 'Role'): Hit => ({
  group: 'Roles',
  name,
  detail,
  href: `/iam/roles/${name}`,
})
const names = (hits: Hit[]) => hits.map(({ name }) => name)

test('every word has to be there, in whatever case and order', () => {
  const hits = [role('RoleS3FullAccess'), role('BreakGlass')]
  expect(names(matching(hits, 'full s3'))).toEqual(['RoleS3FullAccess'])
  expect(names(matching(hits, 'ROLE glass'))).toEqual(['BreakGlass'])
  expect(matching(hits, 'glass s3')).toEqual([])
})

test('what begins with it comes before what holds it, and that before what is about it', () => {
  const hits = [role('Other', 'made for audits'), role('MyAudit'), role('Audit')]
  expect(names(matching(hits, 'audit'))).toEqual(['Audit', 'MyAudit', 'Other'])
})

test('nothing is found for nothing', () => {
  expect(matching([role('Audit')], '  ')).toEqual([])
})

test('a group of thousands leaves room for the next', () => {
  const many = Array.from({ length: 2000 }, (_, index) => role(`Team${index}`))
  const user: Hit = { group: 'Users', name: 'Teamster', detail: 'User', href: '/iam/users' }
  expect(matching([...many, user], 'team')).toHaveLength(6)
})
