/**
 * The sentence of a refusal names the policy type that is to blame, and the policy where it has an
 * ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
import { describe, expect, test } from 'vitest'
import type { Organization, OrganizationPolicy } from './model'
import {
  allow,
  AWAY,
  deny,
  document,
  HOME,
  policyArn,
  refusal,
  rootArn,
  specCloud,
  userArn,
} from './spec-cloud'

const stuart = userArn('Stuart')

type SetUp = {
  inline?: string
  managed?: string
  boundary?: string
  scp?: string
  rcp?: string
  bucketPolicy?: string
}

const organizationArn = (kind: string) =>
  `arn:aws:organizations::${AWAY}:policy/o-a1b2c3d4e5/${kind}/p-limit`

const toList = (
  kind: string,
  text: string | undefined
): Record<string, OrganizationPolicy[]> =>
  text === undefined
    ? {}
    : { [HOME]: [{ arn: organizationArn(kind), name: 'Limit', document: text }] }

const open = [
  { arn: 'arn:aws:organizations::aws:policy/x/p-Full', name: 'Full', document: allow('*') },
]

/** Levels other than the account's own allow everything. */
const organization = ({ scp, rcp }: SetUp): Organization => ({
  id: 'o-a1b2c3d4e5',
  managementAccount: AWAY,
  accounts: { [HOME]: { path: [] }, [AWAY]: { path: [] } },
  scps: scp === undefined ? {} : { root: open, ...toList('service_control_policy', scp) },
  rcps:
    rcp === undefined
      ? {}
      : {
          root: [
            {
              arn: 'arn:aws:organizations::aws:policy/x/p-RCPFull',
              name: 'RCPFullAWSAccess',
              document: document({
                Effect: 'Allow',
                Principal: '*',
                Action: '*',
                Resource: '*',
              }),
            },
          ],
          ...toList('resource_control_policy', rcp),
        },
})

async function setUp(given: SetUp) {
  const spec = specCloud()
  const { iam, s3 } = spec.root()
  await iam.createUser({ UserName: 'Stuart' })
  if (given.inline) {
    const PolicyDocument = given.inline
    await iam.putUserPolicy({ UserName: 'Stuart', PolicyName: 'inline', PolicyDocument })
  }
  if (given.managed) {
    await iam.createPolicy({ PolicyName: 'Managed', PolicyDocument: given.managed })
    await iam.attachUserPolicy({ UserName: 'Stuart', PolicyArn: policyArn('Managed') })
  }
  if (given.boundary) {
    await iam.createPolicy({ PolicyName: 'Boundary', PolicyDocument: given.boundary })
    await iam.putUserPermissionsBoundary({
      UserName: 'Stuart',
      PermissionsBoundary: policyArn('Boundary'),
    })
  }
  await s3.createBucket({ Bucket: 'own' })
  if (given.bucketPolicy) {
    await s3.putBucketPolicy({ Bucket: 'own', Policy: given.bucketPolicy })
  }
  await spec.root(AWAY).s3.createBucket({ Bucket: 'away' })
  spec.cloud.replace({ ...spec.cloud.world, organization: organization(given) })
  return { ...spec, stuart: spec.client(stuart) }
}

const toBucket = (Effect: string) =>
  document({ Effect, Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::own' })

describe('IAM says', () => {
  const begins = `User: ${stuart} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::${HOME}:user/ `

  test.each<[string, SetUp, string]>([
    [
      'nothing allows',
      {},
      'because no identity-based policy allows the iam:ListUsers action',
    ],
    [
      'an inline policy denies',
      { inline: deny('iam:*') },
      'with an explicit deny in an identity-based policy',
    ],
    [
      'a managed policy denies',
      { managed: deny('iam:*') },
      `with an explicit deny in an identity-based policy: ${policyArn('Managed')}`,
    ],
    [
      'the boundary does not allow',
      { inline: allow('*'), boundary: allow('s3:*') },
      'because no permissions boundary allows the iam:ListUsers action',
    ],
    [
      'the boundary denies',
      { inline: allow('*'), boundary: deny('iam:*') },
      `with an explicit deny in a permissions boundary: ${policyArn('Boundary')}`,
    ],
    [
      'an SCP does not allow',
      { inline: allow('*'), scp: allow('s3:*') },
      'because no service control policy allows the iam:ListUsers action',
    ],
    [
      'an SCP denies',
      { inline: allow('*'), scp: deny('iam:*') },
      `with an explicit deny in a service control policy: ${organizationArn('service_control_policy')}`,
    ],
    [
      'SCP and user are silent',
      { scp: allow('s3:*') },
      'because no service control policy allows the iam:ListUsers action',
    ],
    [
      'user and boundary are silent',
      { boundary: allow('s3:*') },
      'because no identity-based policy allows the iam:ListUsers action',
    ],
    [
      'a deny is beside what is missing',
      { inline: deny('iam:*'), scp: allow('s3:*') },
      'with an explicit deny in an identity-based policy',
    ],
  ])('why: %s', async (_, given, reason) => {
    const { stuart: client } = await setUp(given)
    expect(await refusal(client.iam.listUsers())).toEqual({
      code: 'AccessDenied',
      message: begins + reason,
      status: 403,
    })
  })

  test('to root only what its organization forbids', async () => {
    const { root } = await setUp({ scp: deny('iam:*') })
    expect((await refusal(root().iam.listUsers())).message).toBe(
      `${begins.replace(stuart, rootArn())}with an explicit deny in a service control policy: ${organizationArn('service_control_policy')}`
    )
    await root(AWAY).iam.listUsers()
  })
})

describe('S3 says', () => {
  test.each<[string, SetUp, string, string]>([
    [
      'the bucket’s policy denies',
      { inline: allow('*'), bucketPolicy: toBucket('Deny') },
      'own',
      'with an explicit deny in a resource-based policy',
    ],
    [
      'a bucket of another account is silent',
      { inline: allow('*') },
      'away',
      'because no resource-based policy allows the s3:ListBucket action',
    ],
    [
      'an RCP denies',
      {
        inline: allow('*'),
        rcp: document({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }),
      },
      'own',
      `with an explicit deny in a resource control policy: ${organizationArn('resource_control_policy')}`,
    ],
    [
      'the user’s policies are silent',
      {},
      'own',
      'because no identity-based policy allows the s3:ListBucket action',
    ],
  ])('why: %s', async (_, given, Bucket, reason) => {
    const { stuart: client } = await setUp(given)
    expect((await refusal(client.s3.listObjectsV2({ Bucket }))).message).toBe(
      `User: ${stuart} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::${Bucket}" ${reason}`
    )
  })

  test('nothing where the bucket’s policy alone lets the user in', async () => {
    const { stuart: client } = await setUp({ bucketPolicy: toBucket('Allow') })
    await client.s3.listObjectsV2({ Bucket: 'own' })
  })
})
