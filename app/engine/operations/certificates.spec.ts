import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import { HOME, refusal, specCloud } from '../spec-cloud'
import { elementAt } from './der'
import { certificate, ecKey, rsaKey } from './spec-certificates'
import { toSsh } from './ssh-key-formats'

const created = new Date('2026-01-15T09:00:00.000Z')
const U = { UserName: 'U' }
const one = rsaKey()
const other = rsaKey()

let iam: AwsClient['iam']

beforeEach(async () => {
  ;({ iam } = specCloud().root())
  await iam.createUser(U)
})

const bytesOf = (text: string | undefined) =>
  new Uint8Array(Buffer.from(text ?? '', 'base64url'))

/** With the zero in front that keeps a number positive. */
const sshOf = ({ jwk }: typeof one) =>
  toSsh({
    exponent: bytesOf(jwk.e),
    modulus: Uint8Array.from([0, ...bytesOf(jwk.n)]),
    fingerprint: '',
  })

const fingerprintOf = (spki: Uint8Array) =>
  createHash('md5')
    .update(spki)
    .digest('hex')
    .replace(/..(?!$)/g, '$&:')

describe('SSH public keys', () => {
  const SSHPublicKeyBody = sshOf(one)
  const key = {
    ...U,
    SSHPublicKeyId: expect.stringMatching(/^APKA[A-Z2-7]{17}$/),
    Status: 'Active',
    UploadDate: created,
  }
  const whole = { ...key, SSHPublicKeyBody, Fingerprint: fingerprintOf(one.spki) }

  const upload = async (body = SSHPublicKeyBody) => {
    const { SSHPublicKey } = await iam.uploadSSHPublicKey({ ...U, SSHPublicKeyBody: body })
    return { SSHPublicKeyId: SSHPublicKey?.SSHPublicKeyId }
  }

  test('are uploaded, listed without their body, made inactive and deleted', async () => {
    expect(await iam.uploadSSHPublicKey({ ...U, SSHPublicKeyBody })).toEqual({
      SSHPublicKey: whole,
    })
    const { SSHPublicKeys: [first] = [], ...rest } = await iam.listSSHPublicKeys(U)
    expect(first).toEqual(key)
    expect(rest).toEqual({ IsTruncated: false })
    const id = { ...U, SSHPublicKeyId: first?.SSHPublicKeyId }
    await iam.updateSSHPublicKey({ ...id, Status: 'Inactive' })
    expect(await iam.getSSHPublicKey({ ...id, Encoding: 'SSH' })).toEqual({
      SSHPublicKey: { ...whole, Status: 'Inactive' },
    })
    await iam.updateSSHPublicKey({ ...id, Status: 'Active' })
    await iam.deleteSSHPublicKey(id)
    expect((await iam.listSSHPublicKeys(U)).SSHPublicKeys).toEqual([])
  })

  test.each([
    ['SSH', 'PEM', SSHPublicKeyBody, one.pem],
    ['PEM', 'SSH', one.pem, SSHPublicKeyBody],
    ['PEM', 'PEM', one.pem, one.pem],
  ] as const)('given as %s come back as %s', async (_, Encoding, given, wanted) => {
    const id = await upload(given)
    const { SSHPublicKey } = await iam.getSSHPublicKey({ ...U, ...id, Encoding })
    expect(SSHPublicKey?.SSHPublicKeyBody).toBe(wanted.trim())
  })

  const none = { ...U, SSHPublicKeyId: 'APKAXXXXXXXXXXXXXXXXX' }
  const missing = 'The Public Key with id APKAXXXXXXXXXXXXXXXXX cannot be found.'

  test.each<[string, () => Promise<unknown>, string, string]>([
    [
      'shown',
      () => iam.getSSHPublicKey({ ...none, Encoding: 'SSH' }),
      'NoSuchEntity',
      missing,
    ],
    [
      'changed',
      () => iam.updateSSHPublicKey({ ...none, Status: 'Active' }),
      'NoSuchEntity',
      missing,
    ],
    ['deleted', () => iam.deleteSSHPublicKey(none), 'NoSuchEntity', missing],
    [
      'uploaded twice',
      async () => {
        await upload()
        await upload()
      },
      'DuplicateSSHPublicKey',
      'The SSH public key is already associated with the specified IAM user.',
    ],
    [
      'the sixth',
      async () => {
        for (let i = 0; i < 6; i++) await upload(sshOf(rsaKey()))
      },
      'LimitExceeded',
      'Cannot exceed quota for SSHPublicKeysPerUser: 5',
    ],
    ...['ssh-rsa', 'ssh-rsa AAAA', 'ssh-rsa AAA', 'ssh-ed25519 AAAA', 'no key'].map(
      (body): [string, () => Promise<unknown>, string, string] => [
        body,
        () => upload(body),
        'InvalidPublicKey',
        'The public key is not valid.',
      ]
    ),
  ])('that cannot be: %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })

  test('stand in the way of deleting their user', async () => {
    await upload()
    expect(await refusal(iam.deleteUser(U))).toEqual({
      code: 'DeleteConflict',
      message: 'Cannot delete entity, must remove referenced objects first.',
      status: 409,
    })
  })
})

describe('signing certificates', () => {
  const CertificateBody = certificate(one.spki)
  const shape = {
    ...U,
    CertificateId: expect.stringMatching(/^[A-Z2-7]{28}$/),
    CertificateBody,
    Status: 'Active',
    UploadDate: created,
  }
  const upload = (body = CertificateBody) =>
    iam.uploadSigningCertificate({ ...U, CertificateBody: body })

  test('are uploaded, listed, made inactive and deleted', async () => {
    expect(await upload()).toEqual({ Certificate: shape })
    const { Certificates: [first] = [], ...rest } = await iam.listSigningCertificates(U)
    expect(first).toEqual(shape)
    expect(rest).toEqual({ IsTruncated: false })
    const id = { ...U, CertificateId: first?.CertificateId }
    await iam.updateSigningCertificate({ ...id, Status: 'Inactive' })
    expect((await iam.listSigningCertificates(U)).Certificates).toEqual([
      { ...shape, Status: 'Inactive' },
    ])
    await iam.updateSigningCertificate({ ...id, Status: 'Active' })
    await iam.deleteSigningCertificate(id)
    expect((await iam.listSigningCertificates(U)).Certificates).toEqual([])
  })

  const none = { ...U, CertificateId: 'NONEXISTENTCERTID12345678901' }
  const missing = 'The Certificate with id NONEXISTENTCERTID12345678901 cannot be found.'

  test.each<[string, () => Promise<unknown>, string, string]>([
    [
      'text that is none',
      () => upload('invalid-certificate-body'),
      'MalformedCertificate',
      'Certificate invalid-certificate-body is malformed.',
    ],
    [
      'changed',
      () => iam.updateSigningCertificate({ ...none, Status: 'Active' }),
      'NoSuchEntity',
      missing,
    ],
    ['deleted', () => iam.deleteSigningCertificate(none), 'NoSuchEntity', missing],
    [
      'the same again',
      async () => {
        await upload()
        await upload()
      },
      'DuplicateCertificate',
      'The same certificate is associated with an IAM user in the account.',
    ],
    [
      'the third',
      async () => {
        for (const serial of [1, 2, 3]) await upload(certificate(one.spki, { serial }))
      },
      'LimitExceeded',
      'Cannot exceed quota for CertificatesPerUser: 2',
    ],
    [
      'of nobody',
      () => iam.uploadSigningCertificate({ UserName: 'none', CertificateBody }),
      'NoSuchEntity',
      'The user with name none cannot be found.',
    ],
    [
      'left with a user that is deleted',
      async () => {
        await upload()
        await iam.deleteUser(U)
      },
      'DeleteConflict',
      'Cannot delete entity, must delete signing certificates first.',
    ],
  ])('that cannot be: %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })

  const pem = (label: string, body: string) =>
    `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`

  test.each([
    ['another label', one.pem],
    ['no base64', pem('CERTIFICATE', 'MAA=AA')],
    ['no certificate', pem('CERTIFICATE', 'MAA=')],
    ['nothing inside', pem('CERTIFICATE', 'MAIwAA==')],
    ['a time that is none', certificate(one.spki, { until: 'x' })],
    ['a month that is none', certificate(one.spki, { until: '309915090000Z' })],
  ])('malformed: %s', async (_, body) => {
    expect((await refusal(upload(body))).code).toBe('MalformedCertificate')
  })
})

describe('server certificates', () => {
  const name = { ServerCertificateName: 'web' }
  const CertificateBody = certificate(one.spki)
  const given = { ...name, CertificateBody, PrivateKey: one.pkcs1 }
  const metadata = {
    Path: '/',
    ServerCertificateName: 'web',
    ServerCertificateId: expect.stringMatching(/^ASCA[A-Z2-7]{17}$/),
    Arn: `arn:aws:iam::${HOME}:server-certificate/web`,
    UploadDate: created,
    Expiration: new Date('2030-01-15T09:00:00.000Z'),
  }

  test('are uploaded, shown with their tags, listed and deleted', async () => {
    expect(await iam.uploadServerCertificate(given)).toEqual({
      ServerCertificateMetadata: metadata,
    })
    expect(await iam.getServerCertificate(name)).toEqual({
      ServerCertificate: { ServerCertificateMetadata: metadata, CertificateBody, Tags: [] },
    })
    expect(await iam.listServerCertificates()).toEqual({
      ServerCertificateMetadataList: [metadata],
      IsTruncated: false,
    })
    expect((await iam.getAccountSummary()).SummaryMap?.ServerCertificates).toBe(1)
    await iam.deleteServerCertificate(name)
    expect(await refusal(iam.getServerCertificate(name))).toMatchObject({
      code: 'NoSuchEntity',
      message: 'The Server Certificate with name web cannot be found.',
    })
  })

  test('have a chain, a path and tags', async () => {
    const chain = certificate(other.spki, { until: '20600115090000Z', versioned: false })
    const answer = await iam.uploadServerCertificate({
      ...given,
      Path: '/team/',
      CertificateChain: chain + chain,
      PrivateKey: one.pkcs8,
      Tags: [{ Key: 'a', Value: 'b' }],
    })
    expect(answer.Tags).toEqual([{ Key: 'a', Value: 'b' }])
    expect((await iam.getServerCertificate(name)).ServerCertificate).toMatchObject({
      CertificateChain: chain + chain,
      ServerCertificateMetadata: { Path: '/team/' },
    })
    expect((await iam.listServerCertificates({ PathPrefix: '/no/' })).IsTruncated).toBe(
      false
    )
    await iam.tagServerCertificate({ ...name, Tags: [{ Key: 'c', Value: 'd' }] })
    await iam.untagServerCertificate({ ...name, TagKeys: ['a'] })
    expect((await iam.listServerCertificateTags(name)).Tags).toEqual([
      { Key: 'c', Value: 'd' },
    ])
  })

  test('are renamed and moved', async () => {
    await iam.uploadServerCertificate(given)
    await iam.updateServerCertificate(name)
    await iam.updateServerCertificate({
      ...name,
      NewServerCertificateName: 'shop',
      NewPath: '/x/',
    })
    const { ServerCertificateMetadataList: [first] = [] } =
      await iam.listServerCertificates()
    expect(first?.Arn).toBe(`arn:aws:iam::${HOME}:server-certificate/x/shop`)
  })

  test('of an elliptic curve have a key that cannot be told apart', async () => {
    const ec = ecKey()
    const body = certificate(ec.spki)
    await iam.uploadServerCertificate({
      ...given,
      CertificateBody: body,
      PrivateKey: ec.pem,
    })
  })

  const inUse = 'The Server Certificate with name web already exists.'

  test.each<[string, () => Promise<unknown>, string, string]>([
    [
      'made twice',
      async () => {
        await iam.uploadServerCertificate(given)
        await iam.uploadServerCertificate({ ...given, ServerCertificateName: 'WEB' })
      },
      'EntityAlreadyExists',
      'The Server Certificate with name WEB already exists.',
    ],
    [
      'renamed to one that is there',
      async () => {
        await iam.uploadServerCertificate(given)
        await iam.uploadServerCertificate({ ...given, ServerCertificateName: 'b' })
        await iam.updateServerCertificate({
          ServerCertificateName: 'b',
          NewServerCertificateName: 'web',
        })
      },
      'EntityAlreadyExists',
      inUse,
    ],
    [
      'the twenty-first',
      async () => {
        for (let i = 0; i < 21; i++) {
          await iam.uploadServerCertificate({ ...given, ServerCertificateName: `c${i}` })
        }
      },
      'LimitExceeded',
      'Cannot exceed quota for ServerCertificatesPerAccount: 20',
    ],
    [
      'with a body that is none',
      () => iam.uploadServerCertificate({ ...given, CertificateBody: 'x' }),
      'MalformedCertificate',
      'Unable to parse certificate. Please ensure the certificate is in PEM format.',
    ],
    [
      'with a chain that is none',
      () => iam.uploadServerCertificate({ ...given, CertificateChain: 'x' }),
      'MalformedCertificate',
      'Unable to parse certificate chain. Please ensure the certificate chain is in PEM format.',
    ],
    [
      'with a key that is none',
      () => iam.uploadServerCertificate({ ...given, PrivateKey: one.pem }),
      'MalformedCertificate',
      'Unable to parse private key. Please ensure the private key is in PEM format.',
    ],
    [
      'with another certificate’s key',
      () => iam.uploadServerCertificate({ ...given, PrivateKey: other.pkcs8 }),
      'KeyPairMismatch',
      'The public key certificate and the private key do not match.',
    ],
    [
      'deleted',
      () => iam.deleteServerCertificate({ ServerCertificateName: 'none' }),
      'NoSuchEntity',
      'The Server Certificate with name none cannot be found.',
    ],
  ])('that cannot be: %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })
})

describe('service-specific credentials', () => {
  const ServiceName = 'codecommit.amazonaws.com'
  const create = (service = ServiceName) =>
    iam.createServiceSpecificCredential({ ...U, ServiceName: service })
  const metadata = {
    ...U,
    Status: 'Active',
    ServiceUserName: `U-at-${HOME}`,
    CreateDate: created,
    ServiceSpecificCredentialId: expect.stringMatching(/^ACCA[A-Z2-7]{17}$/),
    ServiceName,
  }

  test('tell their password once, and another one when they are reset', async () => {
    const { ServiceSpecificCredential: made } = await create()
    expect(made).toEqual({
      ...metadata,
      ServicePassword: expect.stringMatching(/^[A-Za-z0-9/+]{59}=$/),
    })
    const id = { ServiceSpecificCredentialId: made?.ServiceSpecificCredentialId }
    expect(await iam.listServiceSpecificCredentials({ ...U, ServiceName })).toEqual({
      ServiceSpecificCredentials: [metadata],
      IsTruncated: false,
    })
    await iam.updateServiceSpecificCredential({ ...U, ...id, Status: 'Inactive' })
    const { ServiceSpecificCredential: reset } = await iam.resetServiceSpecificCredential({
      ...U,
      ...id,
    })
    expect(reset?.Status).toBe('Inactive')
    expect(reset?.ServicePassword).not.toBe(made?.ServicePassword)
    await iam.updateServiceSpecificCredential({ ...U, ...id, Status: 'Active' })
    await iam.deleteServiceSpecificCredential({ ...U, ...id })
    expect(
      (await iam.listServiceSpecificCredentials(U)).ServiceSpecificCredentials
    ).toEqual([])
  })

  test('of some services are keys that end', async () => {
    const { ServiceSpecificCredential: made } = await iam.createServiceSpecificCredential({
      ...U,
      ServiceName: 'bedrock.amazonaws.com',
      CredentialAgeDays: 30,
    })
    expect(made).toMatchObject({
      ServiceCredentialAlias: `U-at-${HOME}`,
      ServiceCredentialSecret: expect.stringMatching(/^ABSK/),
      ExpirationDate: new Date('2026-02-14T09:00:00.000Z'),
    })
    expect(made).not.toHaveProperty('ServicePassword')
  })

  test('are counted in their names and listed for everybody', async () => {
    await create()
    const { ServiceSpecificCredential: second } = await create()
    expect(second?.ServiceUserName).toBe(`U+1-at-${HOME}`)
    await iam.updateUser({ ...U, NewUserName: 'V' })
    const { ServiceSpecificCredentials: all } = await iam.listServiceSpecificCredentials({
      AllUsers: true,
    })
    expect(all?.map((each) => [each.UserName, each.ServiceUserName])).toEqual([
      ['V', `U-at-${HOME}`],
      ['V', `U+1-at-${HOME}`],
    ])
  })

  const none = { ...U, ServiceSpecificCredentialId: 'ACCAXXXXXXXXXXXXXXXXX' }
  const missing = 'No such credential ACCAXXXXXXXXXXXXXXXXX exists'

  test.each<[string, () => Promise<unknown>, string, string]>([
    [
      'for another service',
      () => create('ec2.amazonaws.com'),
      'NoSuchEntity',
      'No such service ec2.amazonaws.com is supported for Service Specific Credentials',
    ],
    [
      'listed for another service',
      () => iam.listServiceSpecificCredentials({ ...U, ServiceName: 'constructor' }),
      'NoSuchEntity',
      'No such service constructor is supported for Service Specific Credentials',
    ],
    ['reset', () => iam.resetServiceSpecificCredential(none), 'NoSuchEntity', missing],
    ['deleted', () => iam.deleteServiceSpecificCredential(none), 'NoSuchEntity', missing],
    [
      'changed to something else',
      () => iam.updateServiceSpecificCredential({ ...none, Status: 'On' as 'Active' }),
      'ValidationError',
      "1 validation error detected: Value at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
    ],
    [
      'found by what is no ID',
      () =>
        iam.deleteServiceSpecificCredential({
          ...U,
          ServiceSpecificCredentialId: 'ACCA-XXXXXXXXXXXXXXXX',
        }),
      'ValidationError',
      "1 validation error detected: Value at 'serviceSpecificCredentialId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w]+",
    ],
    [
      'the third',
      async () => {
        for (let i = 0; i < 3; i++) await create()
      },
      'LimitExceeded',
      'Cannot exceed quota for ContextSpecificCredentialsPerUserPerContext: 2',
    ],
    [
      'left with a user that is deleted',
      async () => {
        await create()
        await iam.deleteUser(U)
      },
      'DeleteConflict',
      'Cannot delete entity, must remove referenced objects first.',
    ],
  ])('that cannot be: %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })
})

test('DER that breaks off is nothing', () => {
  for (const bytes of [[], [0x30], [0x30, 0x05, 0x00], [0x30, 0x85, 1, 1, 1, 1, 1]]) {
    expect(elementAt(Uint8Array.from(bytes), 0)).toBeUndefined()
  }
})
