import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Credentials } from '~/engine/model'
import { HOME, roleArn, rootArn, trusting, userArn } from '~/engine/spec-cloud'
import { specEndpoint } from './spec-endpoint'

/** The CLI is no package of npm's, so a machine may be without it. */
const found = spawnSync('aws', ['--version'], { encoding: 'utf8' })
const version = found.status === 0 ? /aws-cli\/(\S+)/.exec(found.stdout)?.[1] : undefined

const run = promisify(execFile)
/** Each call of the CLI's is a process of its own; milliseconds. */
const LONG = 180_000

function cliSuite() {
  let spec: Awaited<ReturnType<typeof specEndpoint>>
  let folder: string

  beforeAll(async () => {
    spec = await specEndpoint(Date.now)
    folder = mkdtempSync(join(tmpdir(), 'endpoint-'))
  })

  afterAll(async () => {
    await spec.close()
    rmSync(folder, { recursive: true })
  })

  async function aws(credentials: Credentials | undefined, ...args: string[]) {
    const given = [
      '--endpoint-url',
      spec.url,
      '--region',
      'eu-central-1',
      '--output',
      'json',
    ]
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      AWS_ACCESS_KEY_ID: credentials?.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials?.secretAccessKey,
      ...(credentials?.sessionToken ? { AWS_SESSION_TOKEN: credentials.sessionToken } : {}),
      AWS_MAX_ATTEMPTS: '1',
    }
    const { stdout } = await run('aws', [...given, ...args], { env })
    return stdout
  }

  const admin = () => spec.cloud.credentialsFor(rootArn())
  const json = async (...args: Parameters<typeof aws>): Promise<unknown> =>
    JSON.parse(await aws(...args))

  test(
    'a role is made, read, and assumed by a user with keys of its own',
    { timeout: LONG },
    async () => {
      const RoleName = 'RoleS3FullAccess'
      await aws(admin(), 'iam', 'create-user', '--user-name', 'Stuart')
      const made = await json(
        admin(),
        'iam',
        'create-role',
        '--role-name',
        RoleName,
        '--assume-role-policy-document',
        trusting(userArn('Stuart')),
        '--tags',
        'Key=team,Value=a b+c/ü@'
      )
      expect(made).toMatchObject({
        Role: {
          Arn: roleArn(RoleName),
          AssumeRolePolicyDocument: JSON.parse(trusting(userArn('Stuart'))),
          Tags: [{ Key: 'team', Value: 'a b+c/ü@' }],
        },
      })
      const keys = await json(admin(), 'iam', 'create-access-key', '--user-name', 'Stuart')
      const key = Object(Object(keys).AccessKey)
      const stuart = { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey }
      const assumed = await json(
        stuart,
        'sts',
        'assume-role',
        '--role-arn',
        roleArn(RoleName),
        '--role-session-name',
        'cli'
      )
      const session = Object(Object(assumed).Credentials)
      const role = {
        accessKeyId: session.AccessKeyId,
        secretAccessKey: session.SecretAccessKey,
        sessionToken: session.SessionToken,
      }
      expect(await json(role, 'sts', 'get-caller-identity')).toEqual({
        UserId: expect.stringMatching(/^AROA\w+:cli$/),
        Account: HOME,
        Arn: `arn:aws:sts::${HOME}:assumed-role/${RoleName}/cli`,
      })
      await expect(aws(role, 'iam', 'list-users')).rejects.toThrow(
        'An error occurred (AccessDenied) when calling the ListUsers operation: User: arn:aws:sts'
      )
    }
  )

  test('files go to a bucket and come back', { timeout: LONG }, async () => {
    const file = join(folder, 'a b+c.bin')
    const back = join(folder, 'back.bin')
    const content = new Uint8Array(100_000).map((_, index) => (index * 7) % 256)
    writeFileSync(file, content)
    await aws(admin(), 's3', 'mb', 's3://lab-bucket')
    const key = 's3://lab-bucket/folder ü/a b+c&?.bin'
    await aws(admin(), 's3', 'cp', file, key)
    expect(await aws(admin(), 's3', 'ls', 's3://lab-bucket/folder ü/')).toContain(
      '100000 a b+c&?.bin'
    )
    await aws(admin(), 's3', 'cp', key, back)
    expect(new Uint8Array(readFileSync(back))).toEqual(content)
    const address = (await aws(admin(), 's3', 'presign', key)).trim()
    const read = await fetch(address)
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(content)
    await aws(admin(), 's3', 'rm', '--recursive', 's3://lab-bucket')
    await aws(admin(), 's3', 'rb', 's3://lab-bucket')
    expect(await aws(admin(), 's3', 'ls')).toBe('')
  })

  test('the event history is looked up', { timeout: LONG }, async () => {
    const given = [
      '--lookup-attributes',
      'AttributeKey=EventName,AttributeValue=CreateRole',
    ]
    const answer = await json(admin(), 'cloudtrail', 'lookup-events', ...given)
    expect(answer).toMatchObject({
      Events: [{ EventName: 'CreateRole', EventSource: 'iam.amazonaws.com' }],
    })
  })
}

describe.skipIf(!version)(
  `with the AWS CLI ${version ?? 'that is not installed'}`,
  cliSuite
)
