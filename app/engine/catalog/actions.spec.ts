import { describe, expect, it } from 'vitest'

import { accessLevelOf, actionsOf, expandAction, isKnownService } from './actions'

describe('actions', () => {
  it.each([
    ['sts:AssumeRole', 'Write'],
    ['s3:ListAllMyBuckets', 'List'],
    ['iam:GetAccountSummary', 'List'],
    ['iam:AttachRolePolicy', 'Permissions management'],
    ['IAM:tagrole', 'Tagging'],
  ])('%s has the level %s', (action, level) => {
    expect(accessLevelOf(action)).toBe(level)
  })

  it('no action is listed twice', () => {
    for (const service of ['iam', 'sts', 's3']) {
      const names = actionsOf(service)?.map(({ name }) => name) ?? []
      expect(names.length).toBeGreaterThan(10)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('a wildcard covers what it matches, whatever its case', () => {
    expect(expandAction('sts:assumerole*')?.map(({ name }) => name)).toEqual([
      'AssumeRole',
      'AssumeRoleWithSAML',
      'AssumeRoleWithWebIdentity',
    ])
    expect(expandAction('s3:Nosuch')).toEqual([])
  })

  it('of other services only the prefix is known', () => {
    expect(isKnownService('ec2')).toBe(true)
    expect(isKnownService('ec3')).toBe(false)
    expect(expandAction('ec2:RunInstances')).toBeUndefined()
  })
})
