import { beforeEach, describe, expect, test } from 'vitest'
import { HOME, rootArn, specCloud, userArn } from './spec-cloud'

let spec: ReturnType<typeof specCloud>
const UserName = 'Stuart'

beforeEach(async () => {
  spec = specCloud()
  await spec.root().iam.createUser({ UserName })
})

const secretOf = (id: string | undefined) => spec.cloud.signingKey(id ?? '')

describe('the secret behind a key', () => {
  test('of a user is told, and whether it is active', async () => {
    const { iam } = spec.root()
    const { AccessKey } = await iam.createAccessKey({ UserName })
    const of = { UserName, AccessKeyId: AccessKey?.AccessKeyId }
    const secretAccessKey = AccessKey?.SecretAccessKey
    expect(secretOf(of.AccessKeyId)).toEqual({ secretAccessKey, active: true })
    await iam.updateAccessKey({ ...of, Status: 'Inactive' })
    expect(secretOf(of.AccessKeyId)).toEqual({ secretAccessKey, active: false })
    await iam.deleteAccessKey(of)
    expect(secretOf(of.AccessKeyId)).toBeUndefined()
  })

  test('of the root user is told as well', async () => {
    const { AccessKey } = await spec.root().iam.createAccessKey({})
    expect(secretOf(AccessKey?.AccessKeyId)?.secretAccessKey).toBe(
      AccessKey?.SecretAccessKey
    )
  })

  test('of a session is told with its token and its end', () => {
    const { accessKeyId, ...rest } = spec.cloud.credentialsFor(userArn(UserName))
    expect(secretOf(accessKeyId)).toEqual({ ...rest, active: true })
  })

  test.each(['', 'AKIANOBODY', '__proto__', 'constructor'])('of %j is nothing', (id) => {
    expect(secretOf(id)).toBeUndefined()
  })

  test('is nothing that a client tells, and asking leaves no trace', () => {
    const client = spec.cloud.client(spec.cloud.credentialsFor(rootArn(HOME)))
    const names = Object.values(client).flatMap((service) => Object.keys(service))
    expect(names.filter((name) => /signing.?key/i.test(name))).toEqual([])
    const before = spec.cloud.world
    secretOf('AKIANOBODY')
    expect(spec.cloud.world).toBe(before)
  })
})
