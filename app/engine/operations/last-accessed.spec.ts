/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html */
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import {
  allow,
  deny,
  document,
  HOME,
  policyArn,
  refusal,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from '../spec-cloud'

const created = new Date('2026-01-15T09:00:00.000Z')
const U = { UserName: 'U' }
const G = { GroupName: 'G' }
const R = { RoleName: 'R' }
const groupArn = `arn:aws:iam::${HOME}:group/G`

let iam: AwsClient['iam']
let spec: ReturnType<typeof specCloud>

beforeEach(async () => {
  spec = specCloud()
  ;({ iam } = spec.root())
  await iam.createUser(U)
  await iam.createGroup(G)
  await iam.createRole({ ...R, AssumeRolePolicyDocument: trusting(rootArn()) })
})

const put = (PolicyDocument: string) =>
  iam.putUserPolicy({ ...U, PolicyName: 'i', PolicyDocument })

async function generate(Arn: string, Granularity?: 'SERVICE_LEVEL' | 'ACTION_LEVEL') {
  await spec.cloud.settled()
  const { JobId } = await iam.generateServiceLastAccessedDetails({
    Arn,
    ...(Granularity && { Granularity }),
  })
  return { JobId }
}

async function report(Arn: string, Granularity?: 'SERVICE_LEVEL' | 'ACTION_LEVEL') {
  return iam.getServiceLastAccessedDetails(await generate(Arn, Granularity))
}

const never = (ServiceName: string, ServiceNamespace: string) => ({
  ServiceName,
  ServiceNamespace,
  TotalAuthenticatedEntities: 0,
})

const s3 = never('Amazon S3', 's3')
const tried = (
  ServiceName: string,
  ServiceNamespace: string,
  entity: string,
  count = 1
) => ({
  ServiceName,
  ServiceNamespace,
  LastAuthenticated: created,
  LastAuthenticatedEntity: entity,
  LastAuthenticatedRegion: 'us-east-1',
  TotalAuthenticatedEntities: count,
})
const iamTried = (entity: string, count?: number) =>
  tried('AWS Identity and Access Management', 'iam', entity, count)

describe('a report', () => {
  test('lists what the policies allow, with the last try where there was one', async () => {
    await put(allow(['s3:Get*', 'iam:GetUser']))
    await spec.client(userArn('U')).iam.getUser()
    expect(await report(userArn('U'))).toEqual({
      JobStatus: 'COMPLETED',
      JobType: 'SERVICE_LEVEL',
      JobCreationDate: created,
      JobCompletionDate: created,
      ServicesLastAccessed: [iamTried(userArn('U')), s3],
      IsTruncated: false,
    })
  })

  test('counts what was refused', async () => {
    await put(
      document({ Effect: 'Allow', Action: 'iam:*', Resource: 'arn:aws:iam::1:user/x' })
    )
    await refusal(spec.client(userArn('U')).iam.listRoles())
    expect((await report(userArn('U'))).ServicesLastAccessed).toEqual([
      iamTried(userArn('U')),
    ])
  })

  test('knows nothing of what is allowed nowhere', async () => {
    await put(deny('s3:*'))
    await refusal(spec.client(userArn('U')).iam.listRoles())
    expect((await report(userArn('U'))).ServicesLastAccessed).toEqual([])
  })

  test('of everything comes in pages', async () => {
    await put(document({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }))
    const job = await generate(userArn('U'))
    const first = await iam.getServiceLastAccessedDetails({ ...job, MaxItems: 10 })
    expect(first).toMatchObject({ IsTruncated: true, Marker: expect.any(String) })
    const all = await iam.getServiceLastAccessedDetails({ ...job, MaxItems: 1000 })
    expect(all.ServicesLastAccessed?.length).toBeGreaterThan(200)
  })

  test('of a role is kept to the hour', async () => {
    await iam.putRolePolicy({ ...R, PolicyName: 'i', PolicyDocument: allow('iam:*') })
    const role = spec.client(roleArn('R'))
    await role.iam.listRoles()
    spec.later(60)
    await role.iam.listRoles()
    expect((await report(roleArn('R'))).ServicesLastAccessed).toEqual([
      iamTried(roleArn('R')),
    ])
    spec.later(3600)
    await spec.client(roleArn('R')).iam.listRoles()
    const [service] = (await report(roleArn('R'))).ServicesLastAccessed ?? []
    expect(service?.LastAuthenticated).toEqual(new Date('2026-01-15T10:01:00.000Z'))
  })

  test('of a group and of a policy is about everybody who has it', async () => {
    const { Policy } = await iam.createPolicy({
      PolicyName: 'P',
      PolicyDocument: allow('iam:*'),
    })
    await iam.attachGroupPolicy({ ...G, PolicyArn: Policy?.Arn })
    await iam.attachRolePolicy({ ...R, PolicyArn: Policy?.Arn })
    await iam.addUserToGroup({ ...G, ...U })
    await spec.client(userArn('U')).iam.listRoles()
    await spec.client(roleArn('R')).iam.listRoles()
    expect((await report(groupArn)).ServicesLastAccessed).toEqual([iamTried(userArn('U'))])
    const [service] = (await report(policyArn('P'))).ServicesLastAccessed ?? []
    expect(service?.TotalAuthenticatedEntities).toBe(2)
    const job = await generate(policyArn('P'))
    const details = await iam.getServiceLastAccessedDetailsWithEntities({
      ...job,
      ServiceNamespace: 'iam',
    })
    const who = (Arn: string, Name: string, Type: string) => ({
      EntityInfo: { Arn, Name, Type, Id: expect.any(String), Path: '/' },
      LastAuthenticated: created,
    })
    expect(details).toEqual({
      JobStatus: 'COMPLETED',
      JobCreationDate: created,
      JobCompletionDate: created,
      EntityDetailsList: [who(userArn('U'), 'U', 'USER'), who(roleArn('R'), 'R', 'ROLE')],
      IsTruncated: false,
    })
  })

  test('of one of AWS’s policies names those who never tried', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
    await iam.attachUserPolicy({ ...U, PolicyArn })
    const job = await generate(PolicyArn)
    const { EntityDetailsList } = await iam.getServiceLastAccessedDetailsWithEntities({
      ...job,
      ServiceNamespace: 's3',
    })
    expect(EntityDetailsList).toEqual([
      { EntityInfo: expect.objectContaining({ Name: 'U' }) },
    ])
  })

  test('by action says which were tried', async () => {
    await put(allow(['s3:ListAllMyBuckets', 's3:ListBucket', 'ec2:*']))
    await spec.client(userArn('U')).s3.listBuckets({})
    const { JobType, ServicesLastAccessed } = await report(userArn('U'), 'ACTION_LEVEL')
    expect(JobType).toBe('ACTION_LEVEL')
    const [ec2, bucket] = ServicesLastAccessed ?? []
    expect(ec2).toEqual(never('Amazon EC2', 'ec2'))
    expect(bucket?.TrackedActionsLastAccessed).toEqual(
      expect.arrayContaining([
        {
          ActionName: 'ListAllMyBuckets',
          LastAccessedEntity: userArn('U'),
          LastAccessedTime: created,
          LastAccessedRegion: 'us-east-1',
        },
        { ActionName: 'ListBucket' },
      ])
    )
    expect(bucket?.TrackedActionsLastAccessed).toHaveLength(2)
  })

  test('by action has nothing of objects, of handing on roles, and of other services', async () => {
    await put(allow(['s3:GetObject', 'iam:PassRole', 'iam:GetUser', 'sqs:SendMessage']))
    const { ServicesLastAccessed = [] } = await report(userArn('U'), 'ACTION_LEVEL')
    expect(
      ServicesLastAccessed.map(({ ServiceNamespace, TrackedActionsLastAccessed }) => [
        ServiceNamespace,
        TrackedActionsLastAccessed,
      ])
    ).toEqual([
      ['iam', [{ ActionName: 'GetUser' }]],
      ['s3', undefined],
      ['sqs', undefined],
    ])
  })

  test('names first who tried last, and the rest by name', async () => {
    const PolicyArn = policyArn('P')
    await iam.createPolicy({ PolicyName: 'P', PolicyDocument: allow('iam:*') })
    for (const UserName of ['A', 'B', 'C']) await iam.createUser({ UserName })
    for (const UserName of ['A', 'B', 'C', 'U']) {
      await iam.attachUserPolicy({ UserName, PolicyArn })
    }
    await spec.client(userArn('C')).iam.listRoles()
    spec.later(7200)
    await spec.client(userArn('B')).iam.listRoles()
    const { EntityDetailsList } = await iam.getServiceLastAccessedDetailsWithEntities({
      ...(await generate(PolicyArn)),
      ServiceNamespace: 'iam',
    })
    const names = EntityDetailsList?.map(({ EntityInfo }) => EntityInfo?.Name)
    expect(names).toEqual(['B', 'C', 'A', 'U'])
  })

  test('signing in is no use of a service, and the root user is not watched', async () => {
    await put(allow('*'))
    spec.client(userArn('U'))
    await spec.cloud.settled()
    const { ServicesLastAccessed = [] } = await report(userArn('U'))
    expect(ServicesLastAccessed.some(({ LastAuthenticated }) => LastAuthenticated)).toBe(
      false
    )
    expect(JSON.stringify(spec.cloud.world.accounts)).not.toContain('"accessed"')
  })

  test('only the last twenty are kept', async () => {
    const { JobId } = await generate(userArn('U'))
    for (let i = 0; i < 20; i++) await generate(userArn('U'))
    expect((await refusal(iam.getServiceLastAccessedDetails({ JobId }))).code).toBe(
      'NoSuchEntity'
    )
  })
})

test('the policies that grant a service are named', async () => {
  await put(allow('s3:*'))
  await iam.putGroupPolicy({ ...G, PolicyName: 'g', PolicyDocument: allow('s3:Get*') })
  await iam.addUserToGroup({ ...G, ...U })
  const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
  await iam.attachUserPolicy({ ...U, PolicyArn })
  await iam.putRolePolicy({ ...R, PolicyName: 'r', PolicyDocument: allow('s3:*') })
  const granting = (Arn: string, ...ServiceNamespaces: string[]) =>
    iam.listPoliciesGrantingServiceAccess({ Arn, ServiceNamespaces })
  const inline = (PolicyName: string, EntityType: string, EntityName: string) => ({
    PolicyName,
    PolicyType: 'INLINE',
    EntityType,
    EntityName,
  })
  expect(await granting(userArn('U'), 's3', 'aps')).toEqual({
    PoliciesGrantingServiceAccess: [
      {
        ServiceNamespace: 's3',
        Policies: [
          inline('i', 'USER', 'U'),
          { PolicyName: 'ReadOnlyAccess', PolicyType: 'MANAGED', PolicyArn },
          inline('g', 'GROUP', 'G'),
        ],
      },
      { ServiceNamespace: 'aps', Policies: expect.any(Array) },
    ],
    IsTruncated: false,
  })
  const [role] = (await granting(roleArn('R'), 's3')).PoliciesGrantingServiceAccess ?? []
  expect(role?.Policies).toEqual([inline('r', 'ROLE', 'R')])
})

const job = { JobId: '01234567-89ab-4def-8123-456789abcdef' }

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    'a job that is none',
    () => iam.getServiceLastAccessedDetails(job),
    'NoSuchEntity',
    `Job with id ${job.JobId} cannot be found.`,
  ],
  [
    'somebody of another account',
    () => iam.generateServiceLastAccessedDetails({ Arn: userArn('U', '444455556666') }),
    'AccessDenied',
    `User: ${rootArn()} is not authorized to perform: iam:GenerateServiceLastAccessedDetails on resource: ${userArn('U', '444455556666')} because no resource-based policy allows the iam:GenerateServiceLastAccessedDetails action`,
  ],
  [
    'a path that is another',
    () => iam.generateServiceLastAccessedDetails({ Arn: userArn('x/U') }),
    'InvalidInput',
    `ARN ${userArn('x/U')} is not valid.`,
  ],
  [
    'a group that is none',
    () => iam.generateServiceLastAccessedDetails({ Arn: `${groupArn}x` }),
    'NoSuchEntity',
    'The group with name Gx cannot be found.',
  ],
  [
    'a policy that is none',
    () => iam.generateServiceLastAccessedDetails({ Arn: policyArn('none') }),
    'NoSuchEntity',
    `Policy ${policyArn('none')} was not found.`,
  ],
  [
    'a service that is none',
    () =>
      iam.listPoliciesGrantingServiceAccess({
        Arn: userArn('U'),
        ServiceNamespaces: ['nothing'],
      }),
    'InvalidInput',
    'Invalid service namespace: [nothing]',
  ],
  [
    'entities of a service that is none',
    async () =>
      iam.getServiceLastAccessedDetailsWithEntities({
        ...(await generate(userArn('U'))),
        ServiceNamespace: 'nothing',
      }),
    'InvalidInput',
    'Invalid service namespace: nothing',
  ],
])('refused: %s', async (_, call, code, message) => {
  expect(await refusal(call())).toMatchObject({ code, message })
})
