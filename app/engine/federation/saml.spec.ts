import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '../base64'
import { isServiceError } from '../errors'
import { refusal } from '../spec-cloud'
import { newWorld } from '../world'
import { fromUtf8, utf8 } from './base64url'
import { importKey } from './keys'
import { proveByAssertion } from './saml'
import { signatureOf } from './signature'
import { certificate, testPrivateKey } from './test-key'
import { type AssertionRequest, createTestIdentityProvider } from './test-identity-provider'

const ACCOUNT = '111122223333'
const NOW = '2026-01-15T09:00:00.000Z'
const provider = `arn:aws:iam::${ACCOUNT}:saml-provider/Corp`
const role = `arn:aws:iam::${ACCOUNT}:role/R`
const attributes = 'https://aws.amazon.com/SAML/Attributes/'

const idp = createTestIdentityProvider({ entityId: 'https://example.com/saml' })

function worldWith(metadata: string) {
  const world = newWorld([{ id: ACCOUNT }])
  const account = world.accounts[ACCOUNT]
  if (account) account.samlProviders[provider] = { name: 'Corp', created: NOW, metadata }
  return world
}

const world = worldWith(idp.metadata())

const issue = (more: Partial<AssertionRequest> = {}) =>
  idp.issueAssertion({ role, provider, subject: 'ann', now: NOW, ...more })

const prove = (assertion: string, { at = NOW, asked = {}, in: where = world } = {}) =>
  proveByAssertion(where, { role, provider, ...asked }, assertion, at)

const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString()

const textOf = (base64: string) =>
  fromUtf8(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))) ?? ''

const edited = async (edit: (xml: string) => string, more = {}) => {
  const xml = textOf(await issue(more))
  const changed = edit(xml)
  expect(changed).not.toBe(xml)
  return toBase64(utf8(changed))
}

const invalid = (message: string) => ({
  code: 'InvalidIdentityToken',
  message,
  status: 400,
})
const badSignature = invalid('Response signature invalid')
const malformed = invalid('Your request included an invalid SAML response')

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
describe('an assertion that holds', () => {
  test('says who it is about', async () => {
    const { userId, proof } = await prove(await issue({ format: 'transient' }))
    // BASE64(SHA1("https://example.com/saml" + "111122223333" + "/Corp")), by openssl
    const qualifier = '3R7yGDWcFFXhxOZ9O+hSKsMU3Oo='
    expect(userId).toBe(`${qualifier}:ann`)
    expect(proof).toMatchObject({
      subject: 'ann',
      sessionName: 'ann',
      context: {
        'saml:aud': 'https://signin.aws.amazon.com/saml',
        'saml:iss': 'https://example.com/saml',
        'saml:sub': 'ann',
        'saml:sub_type': 'transient',
        'saml:doc': `${ACCOUNT}/Corp`,
        'saml:namequalifier': qualifier,
      },
      kept: {
        'saml:namequalifier': qualifier,
        'saml:sub': 'ann',
        'saml:sub_type': 'transient',
      },
    })
  })

  test('keeps every character of what it says', async () => {
    const subject = `<a&b>"c"'d' é 😀`
    const { proof } = await prove(await issue({ subject, sessionName: 'ann' }))
    expect(proof.subject).toBe(subject)
  })

  test('keeps a name format that is none of SAML 2.0', async () => {
    const format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
    const { proof } = await prove(await issue({ format }))
    expect(proof.answer.SubjectType).toBe(format)
  })

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-saml
  test('brings tags, a source identity and an end', async () => {
    const { proof } = await prove(
      await issue({
        tags: { Team: 'blue', Desk: '7' },
        transitiveTagKeys: ['Team'],
        sourceIdentity: 'ann.b',
        sessionEnds: later(1800),
        sessionDuration: 3600,
      })
    )
    expect(proof).toMatchObject({
      tags: [
        { Key: 'Team', Value: 'blue' },
        { Key: 'Desk', Value: '7' },
      ],
      transitiveTagKeys: ['Team'],
      sourceIdentity: 'ann.b',
      ends: later(1800),
    })
  })

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html#saml-attribute-mapping
  test('has attributes that a trust policy can ask about', async () => {
    const { proof } = await prove(
      await issue({
        attributes: {
          'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': ['staff', 'member'],
          'urn:oid:0.9.2342.19200300.100.1.3': 'ann@example.com',
          unheard: 'of',
        },
      })
    )
    expect(proof.context).toMatchObject({
      'saml:edupersonaffiliation': ['staff', 'member'],
      'saml:mail': 'ann@example.com',
    })
    expect(JSON.stringify(proof.context)).not.toContain('unheard')
  })

  test.each([
    [
      'the audience of the sign-in address',
      { audience: 'https://signin.aws.amazon.com/saml' },
    ],
    ['a Region’s address', { recipient: 'https://eu-west-1.signin.aws.amazon.com/saml' }],
    ['several roles', { role: [`${role}2`, role] }],
  ])('may have %s', async (_, more) => {
    await expect(prove(await issue(more))).resolves.toMatchObject({ kind: 'saml' })
  })

  test('may be used again within its five minutes', async () => {
    const assertion = await issue({ expiresIn: 3600 })
    await prove(assertion)
    await expect(prove(assertion, { at: later(299) })).resolves.toBeTruthy()
  })

  test('may name provider and role in either order, and be signed as a whole response', async () => {
    const response = (await signedResponse()).replace(/(?=<\/samlp:Response>)/, '')
    await expect(prove(toBase64(utf8(response)))).resolves.toMatchObject({ kind: 'saml' })
  })
})

/** The same response without the assertion's signature, and with one of its own. */
async function signedResponse() {
  const xml = textOf(await issue())
    .replace(/<ds:Signature .*<\/ds:Signature>/, '')
    .replace(`${role},${provider}`, `${provider}, ${role}`)
  const key = await importKey(testPrivateKey, 'SHA-256', 'sign')
  const signature = await signatureOf(xml, key, certificate)
  return xml.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)
}

describe('an assertion that was tampered with', () => {
  test.each<[string, (xml: string) => string]>([
    ['another subject', (xml) => xml.replace('>ann</saml:NameID>', '>bob</saml:NameID>')],
    ['another role', (xml) => xml.replace(`${role},`, `${role}2,`)],
    ['another audience', (xml) => xml.replace('urn:amazon:webservices', 'urn:x')],
    ['a later end', (xml) => xml.replaceAll('09:05:00', '19:05:00')],
    ['another ID', (xml) => xml.replace(/(<saml:Assertion[^>]* ID="_)./, '$1x')],
    ['white space within', (xml) => xml.replace('<saml:Subject>', '<saml:Subject> ')],
    ['an attribute more', (xml) => xml.replace('<saml:Subject>', '<saml:Subject x="1">')],
    ['another digest', (xml) => xml.replace(/<ds:DigestValue>../, '<ds:DigestValue>AA')],
    [
      'another signature',
      (xml) => xml.replace(/<ds:SignatureValue>..../, '<ds:SignatureValue>AAAA'),
    ],
    ['a signature that is no base64', (xml) => xml.replace('<ds:SignatureValue>', '$&*')],
    ['no signature', (xml) => xml.replace(/<ds:Signature .*<\/ds:Signature>/, '')],
    ['two signatures', (xml) => xml.replace(/<ds:Signature .*<\/ds:Signature>/, '$&$&')],
    ['no SignedInfo', (xml) => xml.replace(/<ds:SignedInfo.*<\/ds:SignedInfo>/, '')],
    ['no reference', (xml) => xml.replace(/<ds:Reference.*<\/ds:Reference>/, '')],
    ['a reference to something else', (xml) => xml.replace(/URI="#_/, 'URI="#x')],
    ['a reference to everything', (xml) => xml.replace(/URI="[^"]*"/, 'URI=""')],
    ['no transforms', (xml) => xml.replace(/<ds:Transforms>.*<\/ds:Transforms>/, '')],
    [
      'a transform more',
      (xml) => xml.replace('</ds:Transforms>', '<ds:Transform Algorithm="x"/>$&'),
    ],
    [
      'another transform',
      (xml) => xml.replace('xmldsig#enveloped-signature', 'xmldsig#base64'),
    ],
    ['another canonical form', (xml) => xml.replace('xml-exc-c14n#', 'xml-c14n#')],
    ['SHA-1 for the digest', (xml) => xml.replace('xmlenc#sha256', 'xmldsig#sha1')],
    ['SHA-1 for the signature', (xml) => xml.replace('rsa-sha256', 'rsa-sha1')],
    ['HMAC for the signature', (xml) => xml.replace('rsa-sha256', 'hmac-sha256')],
    [
      'an algorithm called constructor',
      (xml) =>
        xml.replace(
          /SignatureMethod Algorithm="[^"]*"/,
          'SignatureMethod Algorithm="constructor"'
        ),
    ],
  ])('is refused: %s', async (_, edit) => {
    expect(await refusal(prove(await edited(edit)))).toEqual(badSignature)
  })

  test.each<[string, (xml: string) => string]>([
    // the signed assertion moves aside for another one
    [
      'a second assertion',
      (xml) =>
        xml.replace(
          /<saml:Assertion .*<\/saml:Assertion>/,
          (good) => `${good.replace('>ann</saml:NameID>', '>bob</saml:NameID>')}${good}`
        ),
    ],
    [
      'a comment in the name',
      (xml) => xml.replace('>ann</saml:NameID>', '>an<!-- -->n</saml:NameID>'),
    ],
    ['a document type', (xml) => `<!DOCTYPE x [<!ENTITY e "x">]>${xml}`],
    [
      'an entity of its own',
      (xml) => xml.replace('>ann</saml:NameID>', '>&e;</saml:NameID>'),
    ],
    ['no assertion', (xml) => xml.replace(/<saml:Assertion .*<\/saml:Assertion>/, '')],
    [
      'an assertion that is encrypted',
      (xml) => xml.replace(/saml:Assertion/g, 'saml:EncryptedAssertion'),
    ],
    ['no status', (xml) => xml.replace(/<samlp:Status>.*<\/samlp:Status>/, '')],
    ['another root', (xml) => xml.replace(/samlp:Response/g, 'samlp:LogoutResponse')],
    ['another namespace', (xml) => xml.replace('SAML:2.0:protocol', 'SAML:9:protocol')],
    ['half of it', (xml) => xml.slice(0, 500)],
  ])('is refused: %s', async (_, edit) => {
    expect(await refusal(prove(await edited(edit)))).toEqual(malformed)
  })

  test('an unsigned assertion within the signed one gains nothing', async () => {
    const xml = textOf(await issue())
    const [good = ''] = /<saml:Assertion .*<\/saml:Assertion>/.exec(xml) ?? []
    const evil = good
      .replace('>ann</saml:NameID>', '>bob</saml:NameID>')
      .replace(/<ds:Signature .*<\/ds:Signature>/, (own) =>
        own.replace('</ds:Signature>', `<ds:Object>${good}</ds:Object></ds:Signature>`)
      )
    const wrapped = toBase64(utf8(xml.replace(good, evil)))
    expect(await refusal(prove(wrapped))).toEqual(badSignature)
  })

  test('a response whose own signature is bad is refused with a good assertion', async () => {
    const signed = await signedResponse()
    const [bad = ''] = /<ds:Signature .*<\/ds:Signature>/.exec(signed) ?? []
    const mixed = await edited((xml) => xml.replace('</saml:Issuer>', `$&${bad}`))
    expect(await refusal(prove(mixed))).toEqual(badSignature)
  })

  test('says the same or nothing, whatever character of it is another', async () => {
    const xml = textOf(await issue({ tags: { Team: 'blue' } }))
    const { proof } = await prove(toBase64(utf8(xml)))
    const change = fc.record({
      at: fc.nat({ max: xml.length - 1 }),
      by: fc.constantFrom('', ' ', 'a', '"', '<', '>', '&', '/', '!', '0', '&#65;', '\n'),
      cut: fc.nat({ max: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, by, cut }) => {
        const changed = xml.slice(0, at) + by + xml.slice(at + cut)
        const outcome = await prove(toBase64(utf8(changed))).catch(
          (error: unknown) => error
        )
        if (isServiceError(outcome)) return
        expect(outcome).toMatchObject({ proof })
      }),
      { numRuns: 300, seed: 1 }
    )
  })

  test('text that is no base64, and base64 that is no text', async () => {
    expect(await refusal(prove('<xml>'))).toEqual(invalid('Invalid base64 SAMLResponse'))
    expect(await refusal(prove('/w=='))).toEqual(malformed)
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
describe('an assertion that is not for this', () => {
  const expired = (message: string) => ({
    code: 'ExpiredTokenException',
    message,
    status: 400,
  })
  const notAuthorized = {
    code: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithSAML',
    status: 403,
  }

  test.each<[string, Partial<AssertionRequest>, object, object?]>([
    [
      'another issuer',
      { entityId: 'https://other' },
      invalid('Issuer not present in specified provider'),
    ],
    [
      'another audience',
      { audience: 'urn:x' },
      invalid('Response does not contain the required audience.'),
    ],
    [
      'another recipient',
      { recipient: 'https://signin.aws.amazon.com.evil/saml' },
      invalid('Response does not contain the required recipient.'),
    ],
    [
      'five minutes later',
      { expiresIn: 3600 },
      expired('Token must be redeemed within 5 minutes of issuance'),
      { at: later(300) },
    ],
    [
      'the end of its conditions',
      { expiresIn: 60 },
      expired('Response has expired'),
      { at: later(60) },
    ],
    ['the end of its session', { sessionEnds: NOW }, expired('Response has expired')],
    ['before it counts', {}, invalid('Response is not yet valid'), { at: later(-1) }],
    ['another role', { role: `${role}2` }, notAuthorized],
    [
      'a role and no provider',
      { attributes: { [`${attributes}Role`]: role }, role: [] },
      malformed,
    ],
    [
      'no session name',
      { sessionName: '' },
      invalid('RoleSessionName is required in AuthnResponse'),
    ],
    [
      'a bad session name',
      { sessionName: 'a b' },
      invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}'),
    ],
    [
      'a bad source identity',
      { sourceIdentity: 'aws:x' },
      invalid(
        'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"'
      ),
    ],
    [
      'a tag of two values',
      { attributes: { [`${attributes}PrincipalTag:a`]: ['1', '2'] } },
      invalid(`${attributes}PrincipalTag:a must have exactly one value`),
    ],
    [
      'an attribute twice',
      { tags: { a: '1' }, attributes: { [`${attributes}PrincipalTag:a`]: '2' } },
      malformed,
    ],
    [
      'another provider',
      {},
      invalid("Specified provider doesn't exist."),
      { asked: { provider: `${provider}2` } },
    ],
    [
      'a provider of no account',
      {},
      invalid("Specified provider doesn't exist."),
      { asked: { provider: 'nobody' } },
    ],
  ])('is refused: %s', async (_, more, message, options) => {
    expect(await refusal(prove(await issue(more), options))).toEqual(message)
  })

  test('a sign-in that failed is the provider’s refusal', async () => {
    const assertion = await edited((xml) =>
      xml.replace('status:Success', 'status:Responder')
    )
    expect(await refusal(prove(assertion))).toMatchObject({
      code: 'IDPRejectedClaim',
      status: 403,
    })
  })

  test.each([
    ['another key', idp.metadata().replace('hdKQu', 'hdKQv').replace('LOCyDs5', 'LOCyDs6')],
    ['a key for another use', idp.metadata().replace('use="signing"', 'use="encryption"')],
    ['no metadata', ''],
  ])('is not vouched for by %s', async (_, metadata) => {
    expect(metadata).not.toBe(idp.metadata())
    expect(await refusal(prove(await issue(), { in: worldWith(metadata) }))).toEqual(
      badSignature
    )
  })
})

// what is signed can still leave out what STS needs
describe('an assertion with parts missing, though signed', () => {
  const resigned = async (edit: (xml: string) => string) => {
    const xml = textOf(await issue()).replace(/<ds:Signature .*<\/ds:Signature>/, '')
    const changed = edit(xml)
    expect(changed).not.toBe(xml)
    const key = await importKey(testPrivateKey, 'SHA-256', 'sign')
    const signature = await signatureOf(changed, key, certificate)
    return toBase64(utf8(changed.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)))
  }

  test.each<[string, (xml: string) => string]>([
    ['no subject', (xml) => xml.replace(/<saml:Subject>.*<\/saml:Subject>/, '')],
    ['no name', (xml) => xml.replace('>ann</saml:NameID>', '></saml:NameID>')],
    [
      'an element for a name',
      (xml) => xml.replace('>ann</saml:NameID>', '><b/></saml:NameID>'),
    ],
    ['no conditions', (xml) => xml.replace(/<saml:Conditions.*<\/saml:Conditions>/, '')],
    ['another method', (xml) => xml.replace('cm:bearer', 'cm:holder-of-key')],
    ['no time', (xml) => xml.replace(/(<saml:Assertion[^>]*) IssueInstant="[^"]*"/, '$1')],
    [
      'no end',
      (xml) =>
        xml.replace(
          /SubjectConfirmationData NotOnOrAfter="[^"]*"/,
          'SubjectConfirmationData'
        ),
    ],
    [
      'a time that is none',
      (xml) =>
        xml.replace(
          'Conditions NotBefore="2026-01-15T',
          'Conditions NotBefore="2026-13-45T'
        ),
    ],
    [
      'a local time',
      (xml) => xml.replace(/Conditions NotBefore="[^"]*"/, 'Conditions NotBefore="today"'),
    ],
    [
      'an attribute without a name',
      (xml) => xml.replace(/<saml:Attribute Name="[^"]*"/, '<saml:Attribute'),
    ],
  ])('is refused: %s', async (_, edit) => {
    expect(await refusal(prove(await resigned(edit)))).toEqual(malformed)
  })
})
