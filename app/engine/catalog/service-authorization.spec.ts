import { beforeAll, describe, expect, it } from 'vitest'

import { keyFacts, keyFault } from './condition-keys'
import { servicePrefixes } from './generated/service-prefixes'
import core from './generated/services-core'
import {
  accessLevelOf,
  actionOf,
  actionsMatching,
  conditionKeysOf,
  isServiceLoaded,
  loadedServices,
  loadServiceAuthorization,
  resourceTypesOf,
  serviceOf,
} from './service-authorization'
import { loadServiceShard } from './service-shards'

const names = (list: readonly { name: string }[] | undefined) =>
  list?.map(({ name }) => name)

describe('loading', () => {
  it('a few services are there at once', () => {
    expect(actionOf('s3:GetObject')?.level).toBe('Read')
    expect(['dynamodb', 'ec2', 'iam', 'kms', 'lambda', 'sts'].every(isServiceLoaded)).toBe(
      true
    )
  })

  it('of the others nothing is known, and it says so', () => {
    expect(isServiceLoaded('athena')).toBe(false)
    expect(serviceOf('athena')).toBeUndefined()
    expect(actionOf('athena:GetNamedQuery')).toBeUndefined()
    expect(conditionKeysOf('athena')).toBeUndefined()
    expect(conditionKeysOf('athena:GetNamedQuery')).toBeUndefined()
    expect(actionsMatching('athena:*')).toEqual([])
    expect(keyFault('athena:nosuch')).toBeUndefined()
  })

  it('brings the services asked for, whatever their case', async () => {
    await loadServiceAuthorization(['Athena', 'no-such-service'])
    expect(isServiceLoaded('athena')).toBe(true)
    expect(serviceOf('ATHENA')?.name).toBe('Amazon Athena')
    expect(serviceOf('no-such-service')).toBeUndefined()
  })

  it('what comes with the checks weighs under 150 kB', () => {
    expect(core.length).toBeLessThan(150_000)
  })

  it('has nothing in a part that does not exist', async () => {
    await expect(loadServiceShard(99)).resolves.toBe('{}')
  })
})

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
describe('the reference', () => {
  beforeAll(() => loadServiceAuthorization())

  it('has every service, each with actions of its own', () => {
    const services = loadedServices()
    expect(services.length).toBeGreaterThan(450)
    for (const { prefix, name, actions } of services) {
      expect(servicePrefixes.has(prefix), prefix).toBe(true)
      expect(name, prefix).not.toBe('')
      expect(actions.size, prefix).toBeGreaterThan(0)
    }
    expect(services.flatMap(({ actions }) => [...actions]).length).toBeGreaterThan(20_000)
  })

  it('tells an action’s level, resources and keys', () => {
    expect(accessLevelOf('S3:getobject')).toBe('Read')
    expect(accessLevelOf('iam:AttachRolePolicy')).toBe('Permissions management')
    expect(accessLevelOf('ec2:CreateTags')).toBe('Tagging')
    expect(names(resourceTypesOf('s3:GetObject'))).toContain('object')
    expect(names(conditionKeysOf('s3:GetObject'))).toContain('s3:ExistingObjectTag/<key>')
    expect(names(conditionKeysOf('s3:GetObject'))).not.toContain('s3:prefix')
    expect(actionOf('iam:PassRole')?.resources).toMatchObject([
      { type: { name: 'role' }, required: true },
    ])
    expect(actionOf('s3:NoSuch')).toBeUndefined()
    expect(resourceTypesOf('s3:NoSuch')).toBeUndefined()
  })

  it('tells a service’s resource types and keys', () => {
    const bucket = resourceTypesOf('s3')?.find(({ name }) => name === 'bucket')
    expect(bucket?.arn).toBe('arn:${Partition}:s3:::${BucketName}')
    expect(names(bucket?.conditionKeys)).toContain('aws:ResourceTag/${TagKey}')
    expect(conditionKeysOf('s3')).toContainEqual({ name: 's3:max-keys', type: 'Numeric' })
    expect(serviceOf('backup')?.arns).toContain(
      'arn:${Partition}:backup:${Region}:${Account}:backup-vault:${BackupVaultName}'
    )
  })

  it('finds what a pattern covers', () => {
    expect(names(actionsMatching('sts:assumerole*'))?.sort()).toEqual([
      'AssumeRole',
      'AssumeRoleWithSAML',
      'AssumeRoleWithWebIdentity',
    ])
    expect(actionsMatching('sts')).toEqual([])
  })

  it.each([
    ['s3:ExistingObjectTag/team', { type: 'string', isMultiValued: false }],
    ['ec2:resourcetag/a/b', { type: 'string', isMultiValued: false }],
    ['dynamodb:leadingkeys', { type: 'string', isMultiValued: true }],
    ['s3:object-lock-retain-until-date', { type: 'date', isMultiValued: false }],
    ['s3:max-keys', { type: 'numeric', isMultiValued: false }],
    ['iam:policyarn', { type: 'arn', isMultiValued: false }],
    ['saml:cn', { type: 'string', isMultiValued: true }],
    ['aws:calledvia', { type: 'string', isMultiValued: true }],
    ['s3:existingobjecttag/', undefined],
  ])('knows the key %s', (key, facts) => {
    expect(keyFacts(key.toLowerCase())).toEqual(facts)
  })

  it.each([
    ['aws:nosuchkey', 'no-global-key'],
    ['nosuch:key', 'no-service'],
    ['s3:nosuchkey', 'no-service-key'],
    ['idp.example.com:sub', undefined],
    ['aws:principalorgmasteraccountid', undefined],
    ['deepracer:usertoken', undefined],
  ])('what is wrong with the key %s: %s', (key, fault) => {
    expect(keyFault(key)).toBe(fault)
  })
})
