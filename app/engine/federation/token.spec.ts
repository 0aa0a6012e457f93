import { describe, expect, test } from 'vitest'
import { refusal } from '../spec-cloud'
import { newWorld } from '../world'
import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from './base64url'
import { importKey, isSignedBy } from './keys'
import { signJwt } from './jwt'
import { KEY_ID, testPrivateKey } from './test-key'
import { createTestIdentityProvider, type TokenRequest } from './test-identity-provider'
import { proveByToken } from './token'

const ACCOUNT = '111122223333'
const NOW = '2026-01-15T09:00:00.000Z'
const SECONDS = Date.parse(NOW) / 1000
const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/idp.example`
const gitHub = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`

const world = newWorld([{ id: ACCOUNT }])
for (const arn of [provider, gitHub, provider.replace('idp.example', 'constructor')]) {
  const account = world.accounts[ACCOUNT]
  const url = arn.slice(arn.indexOf('provider/') + 9)
  if (account) {
    const clientIds = ['app', 'other-app']
    account.oidcProviders[arn] = { url, created: NOW, clientIds, thumbprints: [] }
  }
}

const idp = createTestIdentityProvider({ issuer: 'https://idp.example' })

const issue = (more: Partial<TokenRequest> = {}) =>
  idp.issueToken({ sub: 'ann', aud: 'app', now: NOW, ...more })

const prove = (token: string, at = NOW) => proveByToken(world, ACCOUNT, token, at)

const later = (seconds: number) => new Date((SECONDS + seconds) * 1000).toISOString()

const invalid = (message: string) => ({
  code: 'InvalidIdentityToken',
  message,
  status: 400,
})

const unverified = invalid(
  'The web identity token that was passed could not be validated by AWS. Get a new identity token from the identity provider and then retry the request.'
)
const noKey = invalid(
  "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements"
)
const noJwt = invalid(
  'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'
)

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
describe('a token that holds', () => {
  test('says who it is about', async () => {
    const { proof, userId } = await prove(await issue({ amr: ['mfa', 'pwd'] }))
    expect(userId).toBe(`${provider}:app:ann`)
    expect(proof).toEqual({
      subject: 'ann',
      context: {
        'idp.example:aud': 'app',
        'idp.example:sub': 'ann',
        'idp.example:amr': ['mfa', 'pwd'],
      },
      kept: { 'idp.example:aud': 'app', 'idp.example:sub': 'ann' },
      tags: [],
      transitiveTagKeys: [],
      answer: {
        SubjectFromWebIdentityToken: 'ann',
        Provider: provider,
        Audience: 'app',
      },
    })
  })

  test('is the same each time', async () => {
    expect(await issue()).toBe(await issue())
  })

  test('can be checked by the keys that the provider publishes', async () => {
    const [header = '', claims = '', signature = ''] = (await issue()).split('.')
    const [{ kid, ...published } = { kid: '' }] = idp.jwks().keys
    const key = await importKey(published, 'SHA-256', 'verify')
    const bytes = fromBase64Url(signature) ?? new Uint8Array()
    expect(await isSignedBy(key, bytes, utf8(`${header}.${claims}`))).toBe(true)
    expect(JSON.parse(fromUtf8(fromBase64Url(header) ?? new Uint8Array()) ?? '')).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid,
    })
    expect(idp.discovery()).toMatchObject({
      issuer: 'https://idp.example',
      jwks_uri: 'https://idp.example/.well-known/jwks.json',
    })
  })

  // the authorized party speaks for the audience where there is one:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
  test('is for its authorized party', async () => {
    const { proof } = await prove(await issue({ aud: 'resource', azp: 'app' }))
    expect(proof.context).toMatchObject({
      'idp.example:aud': 'app',
      'idp.example:oaud': 'resource',
    })
    const stranger = await issue({ aud: 'app', azp: 'stranger' })
    expect(await refusal(prove(stranger))).toEqual(invalid('Incorrect token audience'))
  })

  test('is for the first of its audiences that the provider knows', async () => {
    const { proof } = await prove(await issue({ aud: ['x', 'other-app', 'app'] }))
    expect(proof.context['idp.example:aud']).toBe('other-app')
  })

  test('of GitHub says which repository it came from', async () => {
    const token = await issue({
      issuer: 'https://token.actions.githubusercontent.com',
      claims: { repository: 'a/b', email: 'a@example.com', unheard: 'of', ref: 7 },
    })
    const { proof } = await prove(token)
    expect(proof.context).toEqual({
      'token.actions.githubusercontent.com:aud': 'app',
      'token.actions.githubusercontent.com:sub': 'ann',
      'token.actions.githubusercontent.com:repository': 'a/b',
      'token.actions.githubusercontent.com:email': 'a@example.com',
    })
  })

  test('may come from a provider with a name that objects have', async () => {
    const { provider: arn } = await prove(await issue({ issuer: 'https://constructor' }))
    expect(arn).toContain('oidc-provider/constructor')
  })

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp
  test.each([
    [
      'nested',
      { tags: { Team: 'blue' }, transitiveTagKeys: ['Team'], sourceIdentity: 'ann.b' },
    ],
    [
      'flat',
      {
        claims: {
          'https://aws.amazon.com/tags/principal_tags/Team': 'blue',
          'https://aws.amazon.com/tags/transitive_tag_keys': ['Team'],
          'https://aws.amazon.com/source_identity': 'ann.b',
        },
      },
    ],
  ])('brings tags and a source identity, %s', async (_, more) => {
    const { proof } = await prove(await issue(more))
    expect(proof).toMatchObject({
      tags: [{ Key: 'Team', Value: 'blue' }],
      transitiveTagKeys: ['Team'],
      sourceIdentity: 'ann.b',
    })
  })

  test('counts until the second it expires', async () => {
    const token = await issue({ expiresIn: 60 })
    await prove(token, later(59))
    expect(await refusal(prove(token, later(60)))).toEqual({
      code: 'ExpiredTokenException',
      message: `Token expired: current date/time ${SECONDS + 60} must be before the expiration date/time ${SECONDS + 60}`,
      status: 400,
    })
  })
})

describe('a token that does not hold', () => {
  const with_ = (claims: object) => issue({ claims: { ...claims } })
  const part = (value: unknown) => toBase64Url(utf8(JSON.stringify(value)))
  const signed = (header: object, claims: object) => async () => {
    const [, , signature = ''] = (await issue()).split('.')
    return `${part(header)}.${part(claims)}.${signature}`
  }
  const good = {
    iss: 'https://idp.example',
    sub: 'ann',
    aud: 'app',
    iat: SECONDS,
    exp: SECONDS + 9,
  }
  const missing = (name: string) => invalid(`Missing a required claim: ${name}`)

  test.each<[string, () => Promise<string>, object]>([
    ['no token', async () => 'abcd', noJwt],
    ['four parts', async () => `${await issue()}.x`, noJwt],
    ['parts that are no base64url', async () => 'a+b.c/d.e=f', noJwt],
    ['parts that are no JSON', async () => `${toBase64Url(utf8('{'))}.e30.AA`, noJwt],
    ['parts that are no objects', async () => `${part([])}.${part(7)}.AA`, noJwt],
    ['no issuer', () => with_({ iss: undefined }), missing('iss')],
    ['an issuer that is no text', () => with_({ iss: 7 }), unverified],
    ['a key that nobody has', signed({ alg: 'RS256', kid: 'x' }, good), noKey],
    ['another signature', signed({ alg: 'RS256', kid: KEY_ID }, good), unverified],
    ['no signature', signed({ alg: 'none', kid: KEY_ID }, good), unverified],
    ['HMAC with the public key', signed({ alg: 'HS256', kid: KEY_ID }, good), unverified],
    [
      'an algorithm called constructor',
      signed({ alg: 'constructor', kid: KEY_ID }, good),
      unverified,
    ],
    ['no end', () => with_({ exp: undefined }), missing('exp')],
    ['an end that is no whole number', () => with_({ exp: SECONDS + 0.5 }), unverified],
    ['an end in words', () => with_({ exp: 'tomorrow' }), unverified],
    ['no beginning', () => with_({ iat: undefined }), missing('iat')],
    ['a beginning to come', () => with_({ iat: SECONDS + 301 }), unverified],
    ['not before tomorrow', () => with_({ nbf: SECONDS + 86_400 }), unverified],
    ['no subject', () => with_({ sub: undefined }), missing('sub')],
    ['an empty subject', () => with_({ sub: '' }), unverified],
    ['no audience', () => with_({ aud: undefined }), missing('aud')],
    [
      'another audience',
      () => issue({ aud: 'stranger' }),
      invalid('Incorrect token audience'),
    ],
    [
      'an audience that is no text',
      () => with_({ aud: [7] }),
      invalid('Incorrect token audience'),
    ],
    ['an authorized party that is no text', () => with_({ azp: 7 }), unverified],
    ['tags that are none', () => with_({ 'https://aws.amazon.com/tags': 7 }), unverified],
    [
      'tags in a list',
      () => with_({ 'https://aws.amazon.com/tags': { principal_tags: [1] } }),
      unverified,
    ],
    [
      'a tag of two values',
      () => with_({ 'https://aws.amazon.com/tags': { principal_tags: { a: ['1', '2'] } } }),
      unverified,
    ],
    [
      'a tag that is no text',
      () => with_({ 'https://aws.amazon.com/tags/principal_tags/a': 7 }),
      unverified,
    ],
    [
      'transitive keys that are no texts',
      () => with_({ 'https://aws.amazon.com/tags': { transitive_tag_keys: [7] } }),
      unverified,
    ],
    [
      'a bad source identity',
      () => with_({ 'https://aws.amazon.com/source_identity': 'a b' }),
      invalid(
        'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"'
      ),
    ],
    [
      'another issuer',
      () => issue({ issuer: 'https://stranger.example' }),
      invalid(
        'No OpenIDConnect provider found in your account for https://stranger.example'
      ),
    ],
    [
      'an issuer without https',
      () => issue({ issuer: 'idp.example' }),
      invalid('No OpenIDConnect provider found in your account for idp.example'),
    ],
    // these have keys that nobody here has, so nothing of theirs can be taken for genuine
    ['Google', () => issue({ issuer: 'https://accounts.google.com' }), noKey],
    ['Cognito', () => issue({ issuer: 'https://cognito-identity.amazonaws.com' }), noKey],
  ])('is refused: %s', async (_, make, message) => {
    expect(await refusal(prove(await make()))).toEqual(message)
  })

  test('is refused in an account that does not know the provider', async () => {
    const call = proveByToken(world, '444455556666', await issue(), NOW)
    expect(await refusal(call)).toEqual(
      invalid('No OpenIDConnect provider found in your account for https://idp.example')
    )
  })

  test('is refused when somebody else has signed it in the key’s name', async () => {
    const { privateKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: Uint8Array.of(1, 0, 1),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify']
    )
    const {
      alg: _alg,
      key_ops: _ops,
      ...jwk
    } = await crypto.subtle.exportKey('jwk', privateKey)
    expect(jwk.n).not.toBe(testPrivateKey.n)
    expect(await refusal(prove(await signJwt(good, jwk, KEY_ID)))).toEqual(unverified)
  })
})
