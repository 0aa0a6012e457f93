/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html */
import { describe, expect, test } from 'vitest'
import { allow, AWAY, deny, document, HOME, refusal, userArn } from '../spec-cloud'
import { ORGANIZATION, organizationCloud } from './spec-organization'

const ROOT = `${ORGANIZATION}/r-root`
const UNIT = `${ROOT}/ou-a1b2-work`
const MEMBER = `${UNIT}/${AWAY}`

const scp = (name: string, text: string) => ({
  arn: `arn:aws:organizations::x:policy/o-x/service_control_policy/${name}`,
  name,
  document: text,
})

async function reporting(more: Parameters<typeof organizationCloud>[0] = {}) {
  const spec = await organizationCloud(more)
  const { iam } = spec.admin()
  const generate = async (EntityPath: string, OrganizationsPolicyId?: string) => {
    await spec.cloud.settled()
    const { JobId = '' } = await iam.generateOrganizationsAccessReport({
      EntityPath,
      ...(OrganizationsPolicyId ? { OrganizationsPolicyId } : {}),
    })
    return { JobId }
  }
  const report = async (path: string, policy?: string, more: object = {}) =>
    iam.getOrganizationsAccessReport({ ...(await generate(path, policy)), ...more })
  const row = async (path: string, service: string, policy?: string) =>
    (await report(path, policy, { MaxItems: 1000 })).AccessDetails?.find(
      (each) => each.ServiceNamespace === service
    )
  return { ...spec, iam, generate, report, row }
}

const limited = {
  scps: {
    root: [scp('p-everything', allow('*'))],
    'ou-a1b2-work': [scp('p-somethings', allow(['s3:*', 'iam:*', 'sqs:Get*']))],
    [AWAY]: [scp('p-everything', allow('*')), scp('p-nosqsqueue', deny('sqs:*'))],
  },
}

describe('a report on an organization', () => {
  test('says which services a member may use, and who tried them last', async () => {
    const { admin, now, report } = await reporting(limited)
    await admin(AWAY).s3.listBuckets()
    const time = new Date(now())
    const answer = await report(MEMBER)
    expect(answer).toEqual({
      JobStatus: 'COMPLETED',
      JobCreationDate: time,
      JobCompletionDate: time,
      NumberOfServicesAccessible: 2,
      NumberOfServicesNotAccessed: 1,
      AccessDetails: [
        {
          ServiceName: 'AWS Identity and Access Management',
          ServiceNamespace: 'iam',
          TotalAuthenticatedEntities: 0,
        },
        {
          ServiceName: 'Amazon S3',
          ServiceNamespace: 's3',
          Region: 'us-east-1',
          EntityPath: MEMBER,
          LastAuthenticatedTime: time,
          TotalAuthenticatedEntities: 1,
        },
      ],
      IsTruncated: false,
    })
  })

  test('leaves the management account out of the root and its units', async () => {
    const { admin, row } = await reporting()
    await admin().s3.listBuckets()
    expect(await row(ROOT, 's3')).toMatchObject({ TotalAuthenticatedEntities: 0 })
    expect(await row(`${ROOT}/${HOME}`, 's3')).toMatchObject({
      TotalAuthenticatedEntities: 1,
      EntityPath: `${ROOT}/${HOME}`,
    })
  })

  test('shows everything to the management account, whatever the policy', async () => {
    const { report } = await reporting({
      scps: { root: [scp('p-somethings', allow('s3:*'))] },
    })
    const all = await report(`${ROOT}/${HOME}`, 'p-somethings')
    expect(all.NumberOfServicesAccessible).toBeGreaterThan(300)
    expect((await report(ROOT)).NumberOfServicesAccessible).toBe(1)
  })

  test('of one policy speaks of what that alone allows', async () => {
    const { report, row } = await reporting(limited)
    expect((await report(MEMBER, 'p-somethings')).NumberOfServicesAccessible).toBe(3)
    expect(await row(MEMBER, 'sqs', 'p-somethings')).toMatchObject({
      TotalAuthenticatedEntities: 0,
    })
    expect((await report(UNIT, 'p-nowhere_attached')).NumberOfServicesAccessible).toBe(0)
    expect((await report(UNIT)).NumberOfServicesAccessible).toBe(3)
  })

  test('counts a service as closed only where nothing of it is left', async () => {
    const half = {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }
    const everything = scp('p-everything', allow(['s3:*', 'iam:*']))
    const open = await reporting({
      scps: { root: [everything, scp('p-conditional', document(half))] },
    })
    expect((await open.report(ROOT)).NumberOfServicesAccessible).toBe(2)
    const shut = await reporting({
      scps: { root: [everything, scp('p-everywhere', deny('*'))] },
    })
    expect((await shut.report(ROOT)).NumberOfServicesAccessible).toBe(0)
  })

  test('can be sorted and comes in pages', async () => {
    const { admin, report, later } = await reporting(limited)
    await admin(AWAY).s3.listBuckets()
    later(7200)
    await admin(AWAY).iam.listUsers()
    const order = async (SortKey: string) =>
      (await report(MEMBER, undefined, { SortKey })).AccessDetails?.map(
        (each) => each.ServiceNamespace
      )
    expect(await order('SERVICE_NAMESPACE_ASCENDING')).toEqual(['iam', 's3'])
    expect(await order('SERVICE_NAMESPACE_DESCENDING')).toEqual(['s3', 'iam'])
    expect(await order('LAST_AUTHENTICATED_TIME_ASCENDING')).toEqual(['s3', 'iam'])
    expect(await order('LAST_AUTHENTICATED_TIME_DESCENDING')).toEqual(['iam', 's3'])
    const first = await report(MEMBER, undefined, { MaxItems: 1 })
    expect(first).toMatchObject({ IsTruncated: true, NumberOfServicesAccessible: 2 })
    const next = await report(MEMBER, undefined, { MaxItems: 1, Marker: first.Marker })
    expect(next.AccessDetails).toHaveLength(1)
    expect(next.IsTruncated).toBe(false)
  })

  test('is not made twice within a minute, and old ones are forgotten', async () => {
    const { cloud, generate, later } = await reporting()
    const first = await generate(ROOT)
    expect(first.JobId).toHaveLength(36)
    expect(await generate(ROOT)).toEqual(first)
    expect(await generate(UNIT)).not.toEqual(first)
    for (let i = 0; i < 20; i++) {
      later(60)
      expect(await generate(ROOT)).not.toEqual(first)
    }
    const jobs = cloud.world.accounts[HOME]?.organizationJobs ?? {}
    expect(Object.keys(jobs)).toHaveLength(20)
    expect(Object.keys(jobs)).not.toContain(first.JobId)
  })

  test('may be asked for an empty unit', async () => {
    const { report } = await reporting({
      accounts: { [HOME]: { path: [] } },
      scps: { root: [], 'ou-a1b2-work': [] },
    })
    expect((await report(UNIT)).NumberOfServicesAccessible).toBe(0)
  })

  test('of an account that is not in the world knows of no tries', async () => {
    const { row } = await reporting({
      accounts: { '999999999999': { path: [] }, [HOME]: { path: [] } },
    })
    expect(await row(`${ROOT}/999999999999`, 's3')).toBeUndefined()
    expect(await row(ROOT, 's3')).toMatchObject({ TotalAuthenticatedEntities: 0 })
  })
})

describe('a report is refused', () => {
  test('without the permission', async () => {
    const spec = await reporting()
    await spec.iam.createUser({ UserName: 'Guest' })
    const guest = spec.client(userArn('Guest'))
    expect(
      (await refusal(guest.iam.generateOrganizationsAccessReport({ EntityPath: ROOT })))
        .message
    ).toContain(
      `iam:GenerateOrganizationsAccessReport on resource: arn:aws:iam::${HOME}:access-report/${ROOT}`
    )
    const Action = 'iam:GenerateOrganizationsAccessReport'
    const Condition = { StringEquals: { 'iam:OrganizationsPolicyId': 'p-everything' } }
    const PolicyDocument = document({ Effect: 'Allow', Action, Resource: '*', Condition })
    await spec.iam.putUserPolicy({ UserName: 'Guest', PolicyName: 'p', PolicyDocument })
    await guest.iam.generateOrganizationsAccessReport({
      EntityPath: ROOT,
      OrganizationsPolicyId: 'p-everything',
    })
  })

  test('to a member, and outside of an organization', async () => {
    const spec = await reporting()
    const ask = (account: string) =>
      spec.admin(account).iam.generateOrganizationsAccessReport({ EntityPath: ROOT })
    const refused = {
      code: 'AccessDenied',
      message:
        'The account making the request is not the management account of an organization.',
      status: 403,
    }
    expect(await refusal(ask(AWAY))).toEqual(refused)
    spec.change(undefined)
    expect(await refusal(ask(HOME))).toEqual(refused)
  })

  test.each([
    ['of another organization', 'o-zzzzzzzzzz/r-root'],
    ['of a unit that there is not', `${ROOT}/ou-none`],
  ])('%s', async (_, path) => {
    const { generate } = await reporting()
    expect(await refusal(generate(path))).toEqual({
      code: 'NoSuchEntity',
      message: `The entity path ${path} cannot be found.`,
      status: 404,
    })
  })

  test('for a job that there is not, and for bad parameters', async () => {
    const { iam, generate } = await reporting()
    const JobId = 'x'.repeat(36)
    expect(await refusal(iam.getOrganizationsAccessReport({ JobId }))).toEqual({
      code: 'NoSuchEntity',
      message: `Job with id ${JobId} cannot be found.`,
      status: 404,
    })
    const failed = 'failed to satisfy constraint: Member must'
    expect(await refusal(generate('r-root/o-a1b2c3d4e5'))).toEqual({
      code: 'ValidationError',
      message: `1 validation error detected: Value at 'entityPath' ${failed} satisfy regular expression pattern: ^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*`,
      status: 400,
    })
    expect((await refusal(generate(ROOT, 'FullAccess'))).message).toContain(
      "Value at 'organizationsPolicyId'"
    )
  })
})
