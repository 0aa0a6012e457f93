import { generateKeyPairSync } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { AwsClient } from '../api'
import { HOME, refusal, specCloud } from '../spec-cloud'

const created = new Date('2026-01-15T09:00:00.000Z')
const Tags = [{ Key: 'a', Value: 'b' }]

let iam: AwsClient['iam']

beforeEach(() => {
  ;({ iam } = specCloud().root())
})

const metadata = (attributes = '') =>
  `<?xml version="1.0"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"${attributes}>
  <md:IDPSSODescriptor><ds:X509Certificate>${'A'.repeat(1000)}</ds:X509Certificate></md:IDPSSODescriptor>
</md:EntityDescriptor>`

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html */
describe('SAML providers', () => {
  const SAMLMetadataDocument = metadata()
  const arn = `arn:aws:iam::${HOME}:saml-provider/Corp`
  const by = { SAMLProviderArn: arn }
  const given = { Name: 'Corp', SAMLMetadataDocument }
  const shown = {
    SAMLProviderUUID: expect.stringMatching(/^ASPA[A-Z2-7]{17,}$/),
    SAMLMetadataDocument,
    CreateDate: created,
    ValidUntil: new Date('2126-01-15T09:00:00.000Z'),
    Tags: [],
    AssertionEncryptionMode: 'Allowed',
    PrivateKeyList: [],
  }

  test('are made, shown, listed, changed and deleted', async () => {
    expect(await iam.createSAMLProvider(given)).toEqual(by)
    expect(await iam.getSAMLProvider(by)).toEqual(shown)
    expect(await iam.listSAMLProviders()).toEqual({
      SAMLProviderList: [{ Arn: arn, CreateDate: created, ValidUntil: shown.ValidUntil }],
    })
    const next = metadata(' validUntil="2030-01-01T00:00:00Z"')
    expect(
      await iam.updateSAMLProvider({
        ...by,
        SAMLMetadataDocument: next,
        AssertionEncryptionMode: 'Required',
      })
    ).toEqual(by)
    expect(await iam.getSAMLProvider(by)).toEqual({
      ...shown,
      SAMLMetadataDocument: next,
      AssertionEncryptionMode: 'Required',
      ValidUntil: new Date('2030-01-01T00:00:00Z'),
    })
    await iam.deleteSAMLProvider(by)
    expect(await iam.listSAMLProviders()).toEqual({ SAMLProviderList: [] })
  })

  test('have tags', async () => {
    expect(await iam.createSAMLProvider({ ...given, Tags })).toEqual({ ...by, Tags })
    await iam.tagSAMLProvider({ ...by, Tags: [{ Key: 'c', Value: 'd' }] })
    await iam.untagSAMLProvider({ ...by, TagKeys: ['a'] })
    expect(await iam.listSAMLProviderTags(by)).toEqual({
      Tags: [{ Key: 'c', Value: 'd' }],
      IsTruncated: false,
    })
  })

  test('have two private keys, of which the ID and the date are shown', async () => {
    const key = () =>
      generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString()
    await iam.createSAMLProvider({ ...given, AddPrivateKey: key() })
    await iam.updateSAMLProvider({ ...by, AddPrivateKey: key() })
    expect(await refusal(iam.updateSAMLProvider({ ...by, AddPrivateKey: key() }))).toEqual({
      code: 'LimitExceeded',
      message: 'Cannot exceed quota for PrivateKeysPerSAMLProvider: 2',
      status: 409,
    })
    const { PrivateKeyList: [first] = [] } = await iam.getSAMLProvider(by)
    expect(first).toEqual({
      KeyId: expect.stringMatching(/^[A-Z0-9]{32}$/),
      Timestamp: created,
    })
    await iam.updateSAMLProvider({ ...by, RemovePrivateKey: first?.KeyId })
    expect((await iam.getSAMLProvider(by)).PrivateKeyList).toHaveLength(1)
  })

  const none = { SAMLProviderArn: `arn:aws:iam::${HOME}:saml-provider/None` }
  const missing = `Manifest not found for arn ${none.SAMLProviderArn}`

  test.each<[string, () => Promise<unknown>, string, string]>([
    ['shown', () => iam.getSAMLProvider(none), 'NoSuchEntity', missing],
    ['deleted', () => iam.deleteSAMLProvider(none), 'NoSuchEntity', missing],
    [
      'found by what is no ARN',
      () => iam.getSAMLProvider({ SAMLProviderArn: 'x'.repeat(20) }),
      'InvalidInput',
      `Invalid ARN: ${'x'.repeat(20)}`,
    ],
    [
      'made of something else',
      () => iam.createSAMLProvider({ ...given, SAMLMetadataDocument: 'x'.repeat(1000) }),
      'InvalidInput',
      'Could not parse metadata',
    ],
    [
      'made twice',
      async () => {
        await iam.createSAMLProvider(given)
        await iam.createSAMLProvider({ ...given, Name: 'CORP' })
      },
      'EntityAlreadyExists',
      'Provider with name CORP already exists.',
    ],
    [
      'given a key that is none',
      () => iam.createSAMLProvider({ ...given, AddPrivateKey: 'x' }),
      'InvalidInput',
      'Invalid private key.',
    ],
    [
      'rid of a key that it does not have',
      async () => {
        await iam.createSAMLProvider(given)
        await iam.updateSAMLProvider({ ...by, RemovePrivateKey: 'A'.repeat(22) })
      },
      'NoSuchEntity',
      `Private key ${'A'.repeat(22)} cannot be found.`,
    ],
    [
      'made of too little',
      () => iam.createSAMLProvider({ ...given, SAMLMetadataDocument: 'x' }),
      'ValidationError',
      "1 validation error detected: Value at 'sAMLMetadataDocument' failed to satisfy constraint: Member must have length greater than or equal to 1000",
    ],
  ])('that cannot be: %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html */
describe('OpenID Connect providers', () => {
  const Url = 'https://token.example.com/org'
  const arn = `arn:aws:iam::${HOME}:oidc-provider/token.example.com/org`
  const by = { OpenIDConnectProviderArn: arn }
  const ThumbprintList = ['a'.repeat(40)]

  test('are made, shown without the scheme, listed and deleted', async () => {
    const given = { Url, ClientIDList: ['one'], ThumbprintList }
    expect(await iam.createOpenIDConnectProvider(given)).toEqual(by)
    expect(await iam.getOpenIDConnectProvider(by)).toEqual({
      Url: 'token.example.com/org',
      ClientIDList: ['one'],
      ThumbprintList,
      CreateDate: created,
      Tags: [],
    })
    expect(await iam.listOpenIDConnectProviders()).toEqual({
      OpenIDConnectProviderList: [{ Arn: arn }],
    })
    await iam.deleteOpenIDConnectProvider(by)
    expect(await refusal(iam.deleteOpenIDConnectProvider(by))).toEqual({
      code: 'NoSuchEntity',
      message: `OpenId connect Provider ${arn} cannot be found.`,
      status: 404,
    })
  })

  test('have client IDs, thumbprints and tags that change', async () => {
    expect(await iam.createOpenIDConnectProvider({ Url, Tags })).toEqual({ ...by, Tags })
    expect((await iam.getOpenIDConnectProvider(by)).ThumbprintList).toEqual([
      expect.stringMatching(/^[0-9a-f]{40}$/),
    ])
    await iam.addClientIDToOpenIDConnectProvider({ ...by, ClientID: 'one' })
    await iam.addClientIDToOpenIDConnectProvider({ ...by, ClientID: 'one' })
    await iam.addClientIDToOpenIDConnectProvider({ ...by, ClientID: 'two' })
    await iam.removeClientIDFromOpenIDConnectProvider({ ...by, ClientID: 'one' })
    await iam.removeClientIDFromOpenIDConnectProvider({ ...by, ClientID: 'none' })
    await iam.updateOpenIDConnectProviderThumbprint({ ...by, ThumbprintList })
    await iam.tagOpenIDConnectProvider({ ...by, Tags: [{ Key: 'c', Value: 'd' }] })
    await iam.untagOpenIDConnectProvider({ ...by, TagKeys: ['a'] })
    expect(await iam.getOpenIDConnectProvider(by)).toMatchObject({
      ClientIDList: ['two'],
      ThumbprintList,
      Tags: [{ Key: 'c', Value: 'd' }],
    })
    expect((await iam.listOpenIDConnectProviderTags(by)).Tags).toHaveLength(1)
  })

  const many = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`)

  test.each<[string, () => Promise<unknown>, string, string]>([
    [
      'shown',
      () => iam.getOpenIDConnectProvider(by),
      'NoSuchEntity',
      `OpenIDConnect Provider not found for arn ${arn}`,
    ],
    [
      'made twice',
      async () => {
        await iam.createOpenIDConnectProvider({ Url })
        await iam.createOpenIDConnectProvider({ Url })
      },
      'EntityAlreadyExists',
      `Provider with url ${Url} already exists.`,
    ],
    ...[
      'test',
      'http://example.com',
      'https://',
      'https://a b',
      'https://example.com?x',
    ].map((url): [string, () => Promise<unknown>, string, string] => [
      `made for ${url}`,
      () => iam.createOpenIDConnectProvider({ Url: url }),
      'ValidationError',
      'Invalid Open ID Connect Provider URL',
    ]),
    [
      'made with six thumbprints',
      () =>
        iam.createOpenIDConnectProvider({
          Url,
          ThumbprintList: many(6).map((c) => c.padEnd(40, '0')),
        }),
      'InvalidInput',
      'Thumbprint list must contain fewer than 5 entries.',
    ],
    [
      'made with 101 client IDs',
      () => iam.createOpenIDConnectProvider({ Url, ClientIDList: many(101) }),
      'LimitExceeded',
      'Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100',
    ],
    [
      'given a 101st client ID',
      async () => {
        await iam.createOpenIDConnectProvider({ Url, ClientIDList: many(100) })
        await iam.addClientIDToOpenIDConnectProvider({ ...by, ClientID: 'more' })
      },
      'LimitExceeded',
      'Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100',
    ],
    [
      'made of what is too short and too long',
      () =>
        iam.createOpenIDConnectProvider({
          Url: `https://${'x'.repeat(300)}`,
          ClientIDList: ['y'.repeat(300)],
          ThumbprintList: ['z'],
        }),
      'ValidationError',
      "3 validation errors detected: Value at 'clientIDList' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater than or equal to 1]; Value at 'thumbprintList' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 40, Member must have length greater than or equal to 40]; Value at 'url' failed to satisfy constraint: Member must have length less than or equal to 255",
    ],
    [
      'tagged with more than fifty',
      async () => {
        const tags = (from: number) =>
          many(30).map((_, i) => ({ Key: `k${from + i}`, Value: '' }))
        await iam.createOpenIDConnectProvider({ Url, Tags: tags(0) })
        await iam.tagOpenIDConnectProvider({ ...by, Tags: tags(30) })
      },
      'LimitExceeded',
      'The number of tags has reached the maximum limit.',
    ],
  ])('that cannot be: %s', async (_, call, code, message) => {
    expect(await refusal(call())).toMatchObject({ code, message })
  })
})
