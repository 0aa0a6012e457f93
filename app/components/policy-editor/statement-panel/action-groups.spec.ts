import { expect, it } from 'vitest'
import { serviceOf } from '~/engine/catalog/service-authorization'
import { invariant } from '~/lib/invariant'
import { actionGroups, allActions, stateOf } from './action-groups'
import { includedServices, serviceOptions } from './service-options'

const sts = serviceOf('sts')
invariant(sts, 'STS is there from the start')

it('groups the actions of a service by access level', () => {
  const labels = actionGroups(sts, [], '').map(({ label }) => label)
  expect(labels).toEqual(['Access level - read or write', 'Access level - tagging'])
})

it('filters by name', () => {
  const [group] = actionGroups(sts, ['sts:AssumeRole'], 'assumerole')
  expect(group?.boxes.slice(0, 2)).toEqual([
    { name: 'AssumeRole', action: 'sts:AssumeRole', state: 'on' },
    { name: 'AssumeRoleWithSAML', action: 'sts:AssumeRoleWithSAML', state: 'off' },
  ])
})

it.each([
  [[], 'off'],
  [['S3:getobject'], 'on'],
  [['s3:Get*'], 'covered'],
  [['*'], 'covered'],
])('%j leaves s3:GetObject %s', (listed, state) => {
  expect(stateOf('s3:GetObject', listed)).toBe(state)
})

it('puts all actions in the place of single ones', () => {
  expect(allActions('s3', ['s3:GetObject', 'iam:GetUser'], true)).toEqual([
    { type: 'remove-action', action: 's3:GetObject' },
    { type: 'add-action', action: 's3:*' },
  ])
})

it('lists the services of the statement first', () => {
  const included = includedServices({ actions: ['s3:GetObject', 's3:*', 'nothing', '*'] })
  expect(included).toEqual(['s3'])
  const [first, second] = serviceOptions(included)
  expect(first?.options.map(({ label }) => label)).toEqual(['S3'])
  expect(second?.options.some(({ value }) => value === 's3')).toBe(false)
})
