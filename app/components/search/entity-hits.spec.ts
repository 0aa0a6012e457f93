import { expect, test } from 'vitest'
import type { Entity } from '~/data/search'
import { entityTasks, iamHits, resourceHits } from './entity-hits'
import { matching } from './hit'

const managed = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
const entities: Entity[] = [
  { kind: 'user', name: 'Stuart', id: 'Stuart' },
  { kind: 'role', name: 'BreakGlass', id: 'BreakGlass' },
  { kind: 'policy', name: 'AmazonS3FullAccess', id: managed },
  { kind: 'bucket', name: 'finance-reports', id: 'finance-reports' },
]

test('IAM finds its own, under the names of its lists', () => {
  expect(iamHits(entities).map(({ group, href }) => [group, href])).toEqual([
    ['Users', '/iam/users/Stuart'],
    ['Roles', '/iam/roles/BreakGlass'],
    ['Policies', `/iam/policies/${encodeURIComponent(managed)}`],
  ])
})

test('the top bar finds what was made here, whatever the service', () => {
  expect(resourceHits(entities).map(({ group, name }) => [group, name])).toEqual([
    ['Resources', 'Stuart'],
    ['Resources', 'BreakGlass'],
    ['Resources', 'finance-reports'],
  ])
})

test('a task is found by what is done and to whom', () => {
  const text = 'edit trust policy breakglass'
  expect(matching(entityTasks(entities, text), text)).toEqual([
    {
      group: 'Tasks',
      name: 'Edit trust policy for role BreakGlass',
      detail: '',
      href: '/iam/roles/BreakGlass/edit-trust-policy',
    },
  ])
})

test('a kind alone means nobody', () => {
  expect(entityTasks(entities, 'role user')).toEqual([])
})
