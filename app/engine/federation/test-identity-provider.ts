/**
 * An identity provider that stands in for all others: it issues tokens and assertions with real
 * signatures, whose key everybody can read. In a world without a network, the provider of any
 * issuer that an account has registered is this one.
 */
import { toBase64 } from '../base64'
import { utf8 } from './base64url'
import { escapeText, escapeValue } from './canonical'
import { type Claims, signJwt } from './jwt'
import { digest, importKey } from './keys'
import { attributeNames, AUDIENCE, claimNames, ns, SIGN_IN } from './names'
import { signatureOf } from './signature'
import { certificate, KEY_ID, publicKey, testPrivateKey } from './test-key'

export const TEST_ISSUER = 'https://idp.understudy.example'
export const TEST_ENTITY_ID = 'https://idp.understudy.example/saml'

type Time = number | string | Date

export type TokenRequest = {
  /** Issuer of the provider where it is left out. */
  issuer?: string
  sub: string
  aud: string | string[]
  /** Time of the world, as the cloud's clock gives it. */
  now: Time
  /** Seconds; an hour where it is left out. */
  expiresIn?: number
  amr?: string[]
  azp?: string
  /** Session tags, and which of them go down a chain of roles. */
  tags?: Record<string, string>
  transitiveTagKeys?: string[]
  sourceIdentity?: string
  /** More claims, or others in place of those above. */
  claims?: Claims
}

export type AssertionRequest = {
  entityId?: string
  /** ARNs; several where one sign-in is good for several roles. */
  role: string | string[]
  provider: string
  subject: string
  /** The subject where it is left out. */
  sessionName?: string
  now: Time
  /** Seconds; five minutes where it is left out. */
  expiresIn?: number
  format?: 'persistent' | 'transient' | (string & {})
  recipient?: string
  audience?: string
  sessionDuration?: number
  /** When the session has to end. */
  sessionEnds?: Time
  tags?: Record<string, string>
  transitiveTagKeys?: string[]
  sourceIdentity?: string
  /** More attributes, by name. */
  attributes?: Record<string, string | string[]>
}

export type TestIdentityProvider = ReturnType<typeof createTestIdentityProvider>

const seconds = (time: Time) => Math.floor(new Date(time).getTime() / 1000)

const iso = (time: Time, later = 0) =>
  new Date(new Date(time).getTime() + later * 1000).toISOString()

function claimsOf(issuer: string, request: TokenRequest): Claims {
  const { sub, aud, now, expiresIn = 3600, amr, azp, tags, sourceIdentity } = request
  const issued = seconds(now)
  const inTags = tags && {
    principal_tags: Object.fromEntries(
      Object.entries(tags).map(([key, value]) => [key, [value]])
    ),
    transitive_tag_keys: request.transitiveTagKeys ?? [],
  }
  return {
    iss: request.issuer ?? issuer,
    sub,
    aud,
    iat: issued,
    exp: issued + expiresIn,
    ...(amr ? { amr } : {}),
    ...(azp ? { azp } : {}),
    ...(inTags ? { [claimNames.tags]: inTags } : {}),
    ...(sourceIdentity ? { [claimNames.sourceIdentity]: sourceIdentity } : {}),
    ...request.claims,
  }
}

const attribute = ([name, value]: [string, string | string[]]) => {
  const values = (Array.isArray(value) ? value : [value]).map(
    (each) => `<saml:AttributeValue>${escapeText(each)}</saml:AttributeValue>`
  )
  return `<saml:Attribute Name="${escapeValue(name)}">${values.join('')}</saml:Attribute>`
}

function attributesOf(request: AssertionRequest): [string, string | string[]][] {
  const { role, provider, sessionDuration, sourceIdentity, transitiveTagKeys } = request
  const roles = (Array.isArray(role) ? role : [role]).map((each) => `${each},${provider}`)
  const tags = Object.entries(request.tags ?? {})
  return [
    [attributeNames.role, roles],
    [attributeNames.sessionName, request.sessionName ?? request.subject],
    ...(sessionDuration === undefined
      ? []
      : [pair(attributeNames.sessionDuration, String(sessionDuration))]),
    ...(sourceIdentity ? [pair(attributeNames.sourceIdentity, sourceIdentity)] : []),
    ...(transitiveTagKeys
      ? [pair(attributeNames.transitiveTagKeys, transitiveTagKeys)]
      : []),
    ...tags.map(([key, value]) => pair(`${attributeNames.principalTag}${key}`, value)),
    ...Object.entries(request.attributes ?? {}),
  ]
}

const pair = (name: string, value: string | string[]): [string, string | string[]] => [
  name,
  value,
]

const formatOf = (format: string) =>
  format.includes(':') ? format : `urn:oasis:names:tc:SAML:2.0:nameid-format:${format}`

function subjectOf(request: AssertionRequest) {
  const {
    subject,
    format = 'persistent',
    recipient = SIGN_IN,
    now,
    expiresIn = 300,
  } = request
  return (
    `<saml:Subject><saml:NameID Format="${escapeValue(formatOf(format))}">` +
    `${escapeText(subject)}</saml:NameID>` +
    '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">' +
    `<saml:SubjectConfirmationData NotOnOrAfter="${iso(now, expiresIn)}"` +
    ` Recipient="${escapeValue(recipient)}"/></saml:SubjectConfirmation></saml:Subject>`
  )
}

function statementsOf(request: AssertionRequest) {
  const { audience = AUDIENCE, now, expiresIn = 300, sessionEnds } = request
  const end = sessionEnds === undefined ? '' : ` SessionNotOnOrAfter="${iso(sessionEnds)}"`
  return (
    `<saml:Conditions NotBefore="${iso(now)}" NotOnOrAfter="${iso(now, expiresIn)}">` +
    `<saml:AudienceRestriction><saml:Audience>${escapeText(audience)}</saml:Audience>` +
    '</saml:AudienceRestriction></saml:Conditions>' +
    `<saml:AuthnStatement AuthnInstant="${iso(now)}"${end}><saml:AuthnContext>` +
    '<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password' +
    '</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>' +
    `<saml:AttributeStatement>${attributesOf(request).map(attribute).join('')}` +
    '</saml:AttributeStatement>'
  )
}

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The same request gives the same ID: nothing here is left to chance. */
const idOf = async (what: string, request: AssertionRequest) =>
  `_${hex(await digest('SHA-256', utf8(what + JSON.stringify(request)))).slice(0, 40)}`

const issuerElement = (entityId: string) =>
  `<saml:Issuer>${escapeText(entityId)}</saml:Issuer>`

async function responseOf(entityId: string, request: AssertionRequest) {
  const instant = iso(request.now)
  const issuer = issuerElement(entityId)
  const open =
    `<saml:Assertion xmlns:saml="${ns.assertion}" ID="${await idOf('assertion', request)}"` +
    ` Version="2.0" IssueInstant="${instant}">${issuer}`
  const rest = `${subjectOf(request)}${statementsOf(request)}</saml:Assertion>`
  const key = await importKey(testPrivateKey, 'SHA-256', 'sign')
  const signature = await signatureOf(open + rest, key, certificate)
  return (
    `<samlp:Response xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}"` +
    ` ID="${await idOf('response', request)}" Version="2.0" IssueInstant="${instant}"` +
    ` Destination="${escapeValue(request.recipient ?? SIGN_IN)}">${issuer}` +
    '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>' +
    `</samlp:Status>${open}${signature}${rest}</samlp:Response>`
  )
}

/** What an administrator uploads to IAM to trust the provider. */
const metadataOf = (entityId: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n` +
  `<md:EntityDescriptor xmlns:md="${ns.metadata}" entityID="${escapeValue(entityId)}">` +
  `<md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${ns.protocol}">` +
  `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${ns.signature}"><ds:X509Data>` +
  `<ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
  '</md:KeyDescriptor>' +
  '<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>' +
  '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"' +
  ` Location="${escapeValue(entityId)}/sso"/>` +
  '</md:IDPSSODescriptor></md:EntityDescriptor>'

export function createTestIdentityProvider({
  issuer = TEST_ISSUER,
  entityId = TEST_ENTITY_ID,
} = {}) {
  return {
    issuer,
    entityId,
    /** What `/.well-known/openid-configuration` of a provider says. */
    discovery: () => ({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'amr'],
    }),
    jwks: () => ({ keys: [{ ...publicKey }] }),
    metadata: (id = entityId) => metadataOf(id),
    issueToken: (request: TokenRequest): Promise<string> =>
      signJwt(claimsOf(issuer, request), testPrivateKey, KEY_ID),
    /** A SAML response in base64, as a browser would post it. */
    issueAssertion: async (request: AssertionRequest): Promise<string> =>
      toBase64(utf8(await responseOf(request.entityId ?? entityId, request))),
  }
}
