import { beforeAll, describe, expect, it } from 'vitest'

import { descriptions } from './descriptions'
import core from './generated/core'
import {
  isAttachable,
  isLoaded,
  loadManagedPolicies,
  loadManagedPolicy,
  loadManagedPolicyIndex,
  managedPolicyDocument,
  managedPolicyEntry,
  policyTypeLabel,
  type ManagedPolicyEntry,
} from './managed-policies'
import { loadShard, shardOf } from './shards'

const aws = (key: string) => `arn:aws:iam::aws:policy/${key}`

describe('before anything is loaded', () => {
  it('the policies of the core are there', () => {
    expect(managedPolicyDocument(aws('AmazonS3FullAccess'))).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*","s3-object-lambda:*"],"Resource":"*"}]}'
    )
    expect(managedPolicyEntry(aws('PowerUserAccess'))).toMatchObject({
      name: 'PowerUserAccess',
      path: '/',
      version: 'v12',
    })
  })

  it('other policies are unknown, and said to be so', () => {
    expect(managedPolicyDocument(aws('job-function/ViewOnlyAccess'))).toBeUndefined()
    expect(isLoaded([aws('AmazonS3FullAccess')])).toBe(true)
    expect(isLoaded([aws('job-function/ViewOnlyAccess')])).toBe(false)
  })

  it('there is nothing to load for a customer managed policy', async () => {
    const own = 'arn:aws:iam::111122223333:policy/Own'
    expect(isLoaded([own])).toBe(true)
    await expect(loadManagedPolicy(own)).resolves.toBeUndefined()
  })

  it('the core weighs under 12 kB', () => {
    expect(core.length).toBeLessThan(12_000)
  })
})

describe('loading', () => {
  it('brings one policy and its entry', async () => {
    const entry = await loadManagedPolicy(aws('job-function/ViewOnlyAccess'))
    expect(entry).toMatchObject({ name: 'ViewOnlyAccess', path: '/job-function/' })
    expect(managedPolicyDocument(aws('job-function/ViewOnlyAccess'))).toContain(
      '"Statement"'
    )
  })

  it('finds no policy that AWS does not have', async () => {
    await expect(loadManagedPolicy(aws('AmazonS3FulAccess'))).resolves.toBeUndefined()
    expect(isLoaded([aws('AmazonS3FulAccess')])).toBe(true)
  })
})

describe('the whole catalog', () => {
  let all: ManagedPolicyEntry[] = []

  beforeAll(async () => {
    all = await loadManagedPolicyIndex()
    await loadManagedPolicies(all.map(({ arn }) => arn))
  })

  it('holds more than 1500 policies, each with a document that parses', () => {
    expect(all.length).toBeGreaterThan(1500)
    for (const { arn } of all) {
      const text = managedPolicyDocument(arn)
      expect(text, arn).toBeDefined()
      expect(JSON.parse(text ?? ''), arn).toHaveProperty('Statement')
    }
  })

  it('gives every policy an ID of its own in the form of AWS', () => {
    for (const { id } of all) expect(id).toMatch(/^ANPA[A-Z2-7]{17}$/)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('says the same in the core and in the parts', async () => {
    // the core is written by the same script, so its shape is known
    const rows = JSON.parse(core) as Record<string, unknown>
    for (const [key, row] of Object.entries(rows)) {
      const part: unknown = JSON.parse(await loadShard(shardOf(key)))
      expect(part).toHaveProperty([key], row)
    }
  })

  it('describes only policies that exist', () => {
    const names = new Set(all.map(({ name }) => name))
    expect(Object.keys(descriptions).filter((name) => !names.has(name))).toEqual([])
  })
})

it('keeps policies of service-linked roles from being attached', () => {
  expect(isAttachable({ path: '/aws-service-role/' })).toBe(false)
  expect(isAttachable({ path: '/service-role/' })).toBe(true)
})

it.each([
  [aws('AmazonS3FullAccess'), 'AWS managed'],
  [aws('job-function/Billing'), 'AWS managed - job function'],
  [aws('AdministratorAccess'), 'AWS managed - job function'],
  ['arn:aws:iam::111122223333:policy/AdministratorAccess', 'Customer managed'],
])('the type of %s is %s', (arn, label) => {
  expect(policyTypeLabel(arn)).toBe(label)
})
