/** Federation from end to end, in the scenario that is shipped. */
import fs from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, createCloud, DEFAULT_TIME } from '~/engine/cloud'
import { createTestIdentityProvider } from '~/engine/federation/test-identity-provider'
import { refusal } from '~/engine/spec-cloud'
import { buildWorld } from './build'
import { loadScenario } from './load'

const ACCOUNT = '111122223333'
const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`
const directory = `arn:aws:iam::${ACCOUNT}:saml-provider/CorporateDirectory`

const read = async (id: string): Promise<unknown> =>
  JSON.parse(fs.readFileSync(`public/scenarios/${id}.json`, 'utf8'))

const provider = createTestIdentityProvider()
const gitHub = createTestIdentityProvider({
  issuer: 'https://token.actions.githubusercontent.com',
})

let cloud: Cloud

beforeEach(async () => {
  const scenario = await loadScenario('federation', read)
  cloud = createCloud({ world: buildWorld(scenario), clock: { now: () => DEFAULT_TIME } })
})

type Answer = {
  Credentials?: { AccessKeyId?: string; SecretAccessKey?: string; SessionToken?: string }
}

const clientOf = ({ Credentials }: Answer) =>
  cloud.client({
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  })

test('its metadata is what the test identity provider hands out', async () => {
  expect(cloud.world.accounts[ACCOUNT]?.samlProviders[directory]?.metadata).toBe(
    provider.metadata()
  )
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
describe('the directory', () => {
  const assertion = (more = {}) =>
    provider.issueAssertion({
      role: roleArn('DirectoryReader'),
      provider: directory,
      subject: 'ann',
      now: DEFAULT_TIME,
      ...more,
    })
  const assume = (SAMLAssertion: string) =>
    cloud.client().sts.assumeRoleWithSAML({
      RoleArn: roleArn('DirectoryReader'),
      PrincipalArn: directory,
      SAMLAssertion,
    })

  test('lets its people in, with tags and a source identity', async () => {
    const answer = await assume(
      await assertion({ tags: { Team: 'blue' }, sourceIdentity: 'ann' })
    )
    expect(answer).toEqual({
      Credentials: expect.objectContaining({
        Expiration: new Date(Date.parse(DEFAULT_TIME) + 3_600_000),
      }),
      AssumedRoleUser: {
        AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:ann$/),
        Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/DirectoryReader/ann`,
      },
      Subject: 'ann',
      SubjectType: 'persistent',
      Issuer: provider.entityId,
      Audience: 'https://signin.aws.amazon.com/saml',
      // BASE64(SHA1(Issuer + account + "/CorporateDirectory"))
      NameQualifier: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
      SourceIdentity: 'ann',
      PackedPolicySize: 1,
    })
    const { s3 } = clientOf(answer)
    expect((await s3.listBuckets()).Buckets).toHaveLength(1)
    expect(await refusal(s3.deleteBucket({ Bucket: 'app-data' }))).toMatchObject({
      message: expect.stringContaining('no identity-based policy allows'),
    })
  })

  test('leaves a record with its name for the caller', async () => {
    await assume(await assertion())
    const event = cloud.world.events.at(-1)
    expect(event).toMatchObject({
      eventName: 'AssumeRoleWithSAML',
      recipientAccountId: ACCOUNT,
      userIdentity: { type: 'SAMLUser', userName: 'ann', identityProvider: directory },
      requestParameters: { roleArn: roleArn('DirectoryReader'), principalArn: directory },
    })
    expect(JSON.stringify(event)).not.toContain('sAMLAssertion')
  })

  test('is asked for nothing that its assertion does not say', async () => {
    const elsewhere = await assertion({
      recipient: 'https://eu-west-1.signin.aws.amazon.com/saml',
    })
    expect(await refusal(assume(elsewhere))).toEqual({
      code: 'AccessDenied',
      message: 'Not authorized to perform sts:AssumeRoleWithSAML',
      status: 403,
    })
    expect(cloud.world.events.at(-1)).toMatchObject({ errorCode: 'AccessDenied' })
  })
})

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
describe('web identities', () => {
  const assume = (name: string, WebIdentityToken: string, more = {}) =>
    cloud.client().sts.assumeRoleWithWebIdentity({
      RoleArn: roleArn(name),
      RoleSessionName: 'session',
      WebIdentityToken,
      ...more,
    })

  test('a workflow of the trusted repository gets its role', async () => {
    const token = await gitHub.issueToken({
      sub: 'repo:understudy/app:ref:refs/heads/main',
      aud: 'sts.amazonaws.com',
      now: DEFAULT_TIME,
    })
    const answer = await assume('GitHubDeploy', token)
    expect(answer).toEqual({
      Credentials: expect.anything(),
      AssumedRoleUser: expect.anything(),
      SubjectFromWebIdentityToken: 'repo:understudy/app:ref:refs/heads/main',
      Provider: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
      Audience: 'sts.amazonaws.com',
    })
    await clientOf(answer).s3.createBucket({ Bucket: 'made-by-a-workflow' })
  })

  test('a workflow of another repository is refused', async () => {
    const token = await gitHub.issueToken({
      sub: 'repo:stranger/app:ref:refs/heads/main',
      aud: 'sts.amazonaws.com',
      now: DEFAULT_TIME,
    })
    expect(await refusal(assume('GitHubDeploy', token))).toEqual({
      code: 'AccessDenied',
      message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      status: 403,
    })
  })

  test('somebody who uses the app reaches a folder of its own', async () => {
    const token = await provider.issueToken({
      sub: 'ann',
      aud: 'understudy-app',
      now: DEFAULT_TIME,
    })
    const { s3 } = clientOf(await assume('AppUser', token, { DurationSeconds: 7200 }))
    const own = await s3.getObject({ Bucket: 'app-data', Key: 'ann/notes.txt' })
    expect(await own.Body.transformToString()).toBe("Ann's notes")
    const others = s3.getObject({ Bucket: 'app-data', Key: 'bob/notes.txt' })
    expect(await refusal(others)).toMatchObject({ code: 'AccessDenied' })
  })

  // https://repost.aws/knowledge-center/iam-sts-invalididentitytoken
  test('a token that proves nothing leaves no record', async () => {
    const before = cloud.world.events.length
    await refusal(assume('AppUser', 'no.token'))
    expect(cloud.world.events).toHaveLength(before)
  })
})
