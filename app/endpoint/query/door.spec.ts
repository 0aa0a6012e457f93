import * as Iam from '@aws-sdk/client-iam'
import * as Sts from '@aws-sdk/client-sts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { ServiceError } from '~/engine'
import type { Credentials } from '~/engine/model'
import { createTestIdentityProvider } from '~/engine'
import {
  allow,
  document,
  HOME,
  roleArn,
  rootArn,
  specCloud,
  trusting,
  userArn,
} from '~/engine/spec-cloud'
import { createEndpoint, type EndpointRequest, LARGEST_BODY } from '../endpoint'
import { specEndpoint, thrown } from '../spec-endpoint'
import { bodyText, form, type Plain, said, signed, textIn, unsigned } from '../spec-signing'

describe('with the SDK', () => {
  let spec: Awaited<ReturnType<typeof specEndpoint>>
  let iam: Iam.IAMClient

  beforeAll(async () => {
    spec = await specEndpoint(Date.now)
    iam = spec.admin.iam
    for (let index = 10; index < 35; index++) {
      await iam.send(new Iam.CreateUserCommand({ UserName: `user-${index}` }))
    }
  })

  afterAll(() => spec.close())

  test('lists come page by page', async () => {
    const pages: (string | undefined)[][] = []
    for await (const { Users } of Iam.paginateListUsers(
      { client: iam, pageSize: 10 },
      {}
    )) {
      pages.push((Users ?? []).map(({ UserName }) => UserName))
    }
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5])
    expect(pages.flat()[24]).toBe('user-34')
  })

  test('documents come encoded, as the service sends them', async () => {
    const RoleName = 'encoded'
    const text = trusting(rootArn())
    await iam.send(new Iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: text }))
    const { Role } = await iam.send(new Iam.GetRoleCommand({ RoleName }))
    expect(Role?.AssumeRolePolicyDocument).toMatch(/^%7B%22Version%22/)
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(text)
  })

  test.each([
    [
      'NoSuchEntity',
      Iam.NoSuchEntityException,
      404,
      () => iam.send(new Iam.GetUserCommand({ UserName: 'nobody' })),
    ],
    [
      'EntityAlreadyExists',
      Iam.EntityAlreadyExistsException,
      409,
      () => iam.send(new Iam.CreateUserCommand({ UserName: 'user-10' })),
    ],
    [
      'MalformedPolicyDocument',
      Iam.MalformedPolicyDocumentException,
      400,
      () =>
        iam.send(
          new Iam.PutUserPolicyCommand({
            UserName: 'user-10',
            PolicyName: 'p',
            PolicyDocument: '{}',
          })
        ),
    ],
    [
      'DeleteConflict',
      Iam.DeleteConflictException,
      409,
      async () => {
        const UserName = 'user-11'
        await iam.send(new Iam.CreateAccessKeyCommand({ UserName }))
        return iam.send(new Iam.DeleteUserCommand({ UserName }))
      },
    ],
    [
      'LimitExceeded',
      Iam.LimitExceededException,
      409,
      async () => {
        const UserName = 'user-12'
        const more = () => iam.send(new Iam.CreateAccessKeyCommand({ UserName }))
        await more()
        await more()
        return more()
      },
    ],
    [
      'ReportNotPresent',
      Iam.CredentialReportNotPresentException,
      410,
      () => iam.send(new Iam.GetCredentialReportCommand({})),
    ],
    [
      'InvalidInput',
      Iam.InvalidInputException,
      400,
      () =>
        iam.send(
          new Iam.CreateUserCommand({
            UserName: 'twice',
            Tags: [
              { Key: 'a', Value: '1' },
              { Key: 'A', Value: '2' },
            ],
          })
        ),
    ],
  ] as const)(
    '%s is the class of the SDK that has its name',
    async (_, Class, code, call) => {
      const { error, status } = await thrown(call())
      expect(error).toBeInstanceOf(Class)
      expect(status).toBe(code)
    }
  )

  test('temporary credentials work until they end, and chain', async () => {
    const { sts } = spec.as(userArn('user-13'))
    await iam.send(
      new Iam.CreateRoleCommand({
        RoleName: 'chained',
        AssumeRolePolicyDocument: trusting(userArn('user-13')),
      })
    )
    const { Credentials } = await sts.send(
      new Sts.AssumeRoleCommand({
        RoleArn: roleArn('chained'),
        RoleSessionName: 'one',
        Tags: [{ Key: 'team', Value: 'blue' }],
        Policy: allow('sts:*'),
      })
    )
    expect(Credentials?.Expiration).toEqual(new Date('2026-01-15T10:00:00Z'))
    const session = spec.clients({
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    })
    const identity = await session.sts.send(new Sts.GetCallerIdentityCommand({}))
    expect(identity.Arn).toBe(`arn:aws:sts::${HOME}:assumed-role/chained/one`)
  })

  test('a token of an identity provider needs no signature', async () => {
    const provider = createTestIdentityProvider({ issuer: 'https://idp.example.com' })
    const { OpenIDConnectProviderArn } = await iam.send(
      new Iam.CreateOpenIDConnectProviderCommand({
        Url: 'https://idp.example.com',
        ClientIDList: ['lab'],
        ThumbprintList: ['0'.repeat(40)],
      })
    )
    const AssumeRolePolicyDocument = document({
      Effect: 'Allow',
      Principal: { Federated: OpenIDConnectProviderArn },
      Action: 'sts:AssumeRoleWithWebIdentity',
    })
    const RoleName = 'from-outside'
    await iam.send(new Iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))
    const WebIdentityToken = await provider.issueToken({
      sub: 'ada',
      aud: 'lab',
      now: spec.now(),
    })
    const client = new Sts.STSClient({ endpoint: spec.url, region: 'us-east-1' })
    const answer = await client.send(
      new Sts.AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn(RoleName),
        RoleSessionName: 'ada',
        WebIdentityToken,
      })
    )
    expect(answer.AssumedRoleUser?.Arn).toContain(':assumed-role/from-outside/ada')
    expect(answer.SubjectFromWebIdentityToken).toBe('ada')
    client.destroy()
  })
})

describe('on the wire', () => {
  let spec: ReturnType<typeof specCloud>
  let root: Credentials
  let handle: ReturnType<typeof createEndpoint>

  beforeEach(() => {
    spec = specCloud()
    root = spec.cloud.credentialsFor(rootArn())
    handle = createEndpoint({ cloud: () => spec.cloud, now: Date.now })
  })

  const iam = (fields: Record<string, string>) => form({ Version: '2010-05-08', ...fields })
  const answer = async (plain: Plain) => handle(await signed(root, plain))
  const refused = async (plain: Plain) => said(await answer(plain))
  const text = (body: string) => ({ ...form({}), body })

  test('an answer is printed as the service prints it', async () => {
    const response = await answer(iam({ Action: 'CreateUser', UserName: 'Ada' }))
    const id = textIn(response, 'RequestId')
    const { User } = await spec.root().iam.getUser({ UserName: 'Ada' })
    expect(response).toEqual({
      status: 200,
      headers: { 'content-type': 'text/xml', 'x-amzn-requestid': id },
      body: `<CreateUserResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><CreateUserResult><User><Path>/</Path><UserName>Ada</UserName><UserId>${User?.UserId}</UserId><Arn>arn:aws:iam::111122223333:user/Ada</Arn><CreateDate>2026-01-15T09:00:00Z</CreateDate></User></CreateUserResult><ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></CreateUserResponse>`,
    })
  })

  test('an answer that says nothing has no result', async () => {
    await spec.root().iam.createUser({ UserName: 'Ada' })
    const response = await answer(iam({ Action: 'DeleteUser', UserName: 'Ada' }))
    expect(bodyText(response)).toMatch(
      /^<DeleteUserResponse xmlns="[^"]+"><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/DeleteUserResponse>$/
    )
  })

  test('a map is printed entry by entry', async () => {
    const response = await answer(iam({ Action: 'GetAccountSummary' }))
    expect(bodyText(response)).toMatch(
      /<SummaryMap>(?:<entry><key>\w+<\/key><value>\d+<\/value><\/entry>)+<\/SummaryMap>/
    )
  })

  test('a refusal is printed as the service prints it', async () => {
    const response = await answer(iam({ Action: 'GetUser', UserName: 'nobody' }))
    expect(response.status).toBe(404)
    expect(bodyText(response)).toMatch(
      /^<ErrorResponse xmlns="https:\/\/iam\.amazonaws\.com\/doc\/2010-05-08\/"><Error><Type>Sender<\/Type><Code>NoSuchEntity<\/Code><Message>The user with name nobody cannot be found\.<\/Message><\/Error><RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>$/
    )
  })

  test('parameters may be in the address', async () => {
    const query = { Action: 'CreateUser', Version: '2010-05-08', UserName: 'Ada' }
    expect((await answer({ query })).status).toBe(200)
  })

  test('lists may be numbered with gaps, and without a word before', async () => {
    const tags = {
      'Tags.member.7.Key': 'b',
      'Tags.member.7.Value': '2',
      'Tags.member.2.Key': 'a',
      'Tags.member.2.Value': '1',
    }
    await answer(iam({ Action: 'CreateUser', UserName: 'Ada', ...tags }))
    await answer(
      iam({ Action: 'TagUser', UserName: 'Ada', 'Tags.1.Key': 'c', 'Tags.1.Value': '3' })
    )
    const { Tags } = await spec.root().iam.listUserTags({ UserName: 'Ada' })
    expect(Tags).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
      { Key: 'c', Value: '3' },
    ])
  })

  test('what an operation does not know is passed over', async () => {
    const more = { 'Nothing.member.x': '1', __proto__x: '2', 'constructor.name': '3' }
    const fields = { Action: 'CreateUser', UserName: 'Ada', ...more }
    expect((await answer(iam(fields))).status).toBe(200)
  })

  test.each([
    [{ Action: 'Dance' }, 'Could not find operation Dance for version 2010-05-08'],
    [
      { Action: 'constructor' },
      'Could not find operation constructor for version 2010-05-08',
    ],
    [
      { Action: 'ListUsers', Version: '1999-01-01' },
      'Could not find operation ListUsers for version 1999-01-01',
    ],
    [
      { Action: 'AssumeRole', Version: '2011-06-15' },
      'Could not find operation AssumeRole for version 2011-06-15',
    ],
  ])('%o is no operation', async (fields, message) => {
    const response = await answer(iam(fields))
    expect(said(response)).toEqual({ status: 400, code: 'InvalidAction', message })
    expect(bodyText(response)).toContain(
      'xmlns="http://webservices.amazon.com/AWSFault/2005-15-09"'
    )
  })

  test('an operation has a name and a version', async () => {
    expect(await refused(form({ Version: '2010-05-08' }))).toEqual({
      status: 400,
      code: 'MissingAction',
      message: 'Missing Action',
    })
    expect(await refused(form({ Action: 'ListUsers' }))).toMatchObject({
      code: 'InvalidAction',
      message: 'Could not find operation ListUsers for version NO_VERSION_SPECIFIED',
    })
  })

  test.each(['Action=%', 'Action=%ff%fe', 'Action=ListUsers&UserName=%zz'])(
    'the form %s is malformed',
    async (body) => {
      expect(await refused(text(body))).toEqual({
        status: 400,
        code: 'MalformedQueryString',
        message: 'The query string contains a syntax error.',
      })
    }
  )

  test.each([
    [{ Action: 'ListUsers', MaxItems: 'many' }, 'MaxItems has to be a whole number'],
    [{ Action: 'ListUsers', MaxItems: '1.5' }, 'MaxItems has to be a whole number'],
    [{ Action: 'ListUsers', 'MaxItems.1': '1' }, 'MaxItems is no structure'],
    [
      { Action: 'CreatePolicyVersion', SetAsDefault: 'maybe' },
      'SetAsDefault has to be true or false',
    ],
    [{ Action: 'TagUser', 'Tags.member.x.Key': 'k' }, 'Tags has no entry x'],
    [{ Action: 'TagUser', 'Tags.member.0.Key': 'k' }, 'Tags has no entry 0'],
  ])('%o is malformed', async (fields, message) => {
    expect(await refused(iam(fields))).toEqual({
      status: 400,
      code: 'MalformedInput',
      message,
    })
  })

  test('a body that is too large is not read', async () => {
    const body = new Uint8Array(LARGEST_BODY + 1)
    const request: EndpointRequest = { ...unsigned(iam({})), body }
    expect(said(await handle(request))).toEqual({
      status: 413,
      code: 'RequestEntityTooLarge',
      message: 'Request entity too large',
    })
  })

  test('without a signature the version says whose words to use', async () => {
    const plain = form({ Action: 'AssumeRole', Version: '2011-06-15' })
    const response = await handle(unsigned(plain))
    expect(bodyText(response)).toContain(
      'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"'
    )
    expect(said(response).code).toBe('MissingAuthenticationToken')
  })

  test('what the cloud throws comes through with its code and status', async () => {
    const failing = Object.create(spec.cloud, {
      client: {
        value: (credentials?: Credentials) => {
          const client = spec.cloud.client(credentials)
          const listUsers = () => {
            throw new ServiceError('Throttling', 'Rate exceeded', 400)
          }
          const listRoles = () => {
            throw new ServiceError('ServiceUnavailable', 'Try again', 503)
          }
          const listGroups = () => {
            throw new Error('a secret of ours')
          }
          return { ...client, iam: { ...client.iam, listUsers, listRoles, listGroups } }
        },
      },
    })
    const faulty = createEndpoint({ cloud: () => failing, now: Date.now })
    const call = async (Action: string) => faulty(await signed(root, iam({ Action })))
    expect(said(await call('ListUsers'))).toEqual({
      status: 400,
      code: 'Throttling',
      message: 'Rate exceeded',
    })
    const unavailable = await call('ListRoles')
    expect(said(unavailable)).toMatchObject({ status: 503, code: 'ServiceUnavailable' })
    expect(textIn(unavailable, 'Type')).toBe('Receiver')
    expect(said(await call('ListGroups'))).toEqual({
      status: 500,
      code: 'InternalFailure',
      message:
        'The request processing has failed because of an unknown error, exception or failure.',
    })
  })

  test('the same requests have the same ids', async () => {
    const once = createEndpoint({ cloud: () => spec.cloud, now: Date.now })
    const again = createEndpoint({ cloud: () => spec.cloud, now: Date.now })
    const request = unsigned(iam({ Action: 'ListUsers' }))
    const ids = async (endpoint: typeof once) => [
      textIn(await endpoint(request), 'RequestId'),
      textIn(await endpoint(request), 'RequestId'),
    ]
    const first = await ids(once)
    expect(await ids(again)).toEqual(first)
    expect(first[0]).not.toBe(first[1])
  })
})
