/**
 * Web identity tokens: read, checked, and turned into what STS may rely on.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
import type { Proof, ProvenCaller } from '../caller'
import type { Context } from '../context'
import type { OidcProvider, World } from '../model'
import { entryOf } from '../records'
import { isRecord } from '../is-record'
import { type Claims, isGenuine, type Jwt, keyFor, readJwt } from './jwt'
import { claimNames } from './names'
import { expired, invalid, noKey, unverified } from './refusals'
import { publicKey } from './test-key'

/** Clocks of providers and ours may differ by this much. */
const LEEWAY = 300

/**
 * Claims of providers whom AWS knows by name, beside those that it takes from everybody.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const ownClaims = new Map([
  [
    'token.actions.githubusercontent.com',
    [
      'actor',
      'actor_id',
      'enterprise_id',
      'environment',
      'job_workflow_ref',
      'ref',
      'repository',
      'repository_id',
      'workflow',
    ],
  ],
])

function textClaim(claims: Claims, name: string): string {
  const value = claims[name]
  if (value === undefined) throw invalid(`Missing a required claim: ${name}`)
  if (typeof value !== 'string' || value === '') throw unverified()
  return value
}

function timeClaim(claims: Claims, name: string): number {
  const value = claims[name]
  if (value === undefined) throw invalid(`Missing a required claim: ${name}`)
  if (typeof value !== 'number' || !Number.isInteger(value)) throw unverified()
  return value
}

/** `aud` may be a list; `azp` says which of them the token was made for. */
function audiencesOf(claims: Claims): string[] {
  const { aud, azp } = claims
  if (aud === undefined) throw invalid('Missing a required claim: aud')
  const list = (Array.isArray(aud) ? aud : [aud]).filter((each) => typeof each === 'string')
  if (azp === undefined) return list
  if (typeof azp !== 'string') throw unverified()
  return [azp]
}

function checkTimes(claims: Claims, now: string) {
  const seconds = Math.floor(Date.parse(now) / 1000)
  const end = timeClaim(claims, 'exp')
  if (end <= seconds) {
    throw expired(
      `Token expired: current date/time ${seconds} must be before the expiration date/time ${end}`
    )
  }
  const starts = [
    timeClaim(claims, 'iat'),
    ...(claims.nbf === undefined ? [] : [timeClaim(claims, 'nbf')]),
  ]
  if (starts.some((start) => start > seconds + LEEWAY)) throw unverified()
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const listOf = (value: unknown) => (Array.isArray(value) ? value : [value])

/** A tag has one value, in a list or by itself. */
function tagOf(Key: string, value: unknown) {
  const [Value, ...others] = listOf(value)
  if (typeof Value !== 'string' || others.length > 0) throw unverified()
  return { Key, Value }
}

/**
 * Nested in one claim, or flat in many.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp
 */
function tagsOf(claims: Claims): Pick<Proof, 'tags' | 'transitiveTagKeys'> {
  const nested = claims[claimNames.tags]
  if (nested !== undefined && !isRecord(nested)) throw unverified()
  const prefix = `${claimNames.tags}/principal_tags/`
  const flat = Object.entries(claims).filter(([name]) => name.startsWith(prefix))
  const tags = nested?.principal_tags ?? {}
  const keys =
    nested?.transitive_tag_keys ?? claims[`${claimNames.tags}/transitive_tag_keys`] ?? []
  if (!isRecord(tags) || !isTexts(keys)) throw unverified()
  return {
    tags: [
      ...Object.entries(tags).map(([key, value]) => tagOf(key, value)),
      ...flat.map(([name, value]) => tagOf(name.slice(prefix.length), value)),
    ],
    transitiveTagKeys: keys,
  }
}

function sourceIdentityOf(claims: Claims) {
  const value = claims[claimNames.sourceIdentity]
  if (value === undefined) return {}
  if (typeof value !== 'string' || !/^[\w+=,.@-]{2,64}$/.test(value)) {
    throw invalid(
      'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"'
    )
  }
  return { sourceIdentity: value }
}

function contextOf(url: string, claims: Claims, aud: string, sub: string): Context {
  const { amr, azp, email } = claims
  const own = (ownClaims.get(url) ?? []).flatMap((name) => {
    const value = claims[name]
    return typeof value === 'string' ? [[`${url}:${name}`, value]] : []
  })
  return {
    ...Object.fromEntries(own),
    [`${url}:aud`]: aud,
    [`${url}:sub`]: sub,
    ...(isTexts(amr) && amr.length > 0 ? { [`${url}:amr`]: amr } : {}),
    ...(azp !== undefined && typeof claims.aud === 'string'
      ? { [`${url}:oaud`]: claims.aud }
      : {}),
    ...(typeof email === 'string' ? { [`${url}:email`]: email } : {}),
  }
}

type Known = { arn: string; provider: OidcProvider; account: string }

function providerOf(world: World, account: string, issuer: string): Known {
  const arn = `arn:aws:iam::${account}:oidc-provider/${issuer.replace(/^https:\/\//, '')}`
  const owner = entryOf(world.accounts, account)
  const provider = owner && entryOf(owner.oidcProviders, arn)
  if (!provider || !issuer.startsWith('https://')) {
    throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`)
  }
  return { arn, provider, account }
}

/**
 * With no network, every provider that an account knows is played by the test identity provider.
 * These AWS knows by itself, and nobody here has their keys.
 */
const strangers = new Set([
  'https://accounts.google.com',
  'accounts.google.com',
  'https://cognito-identity.amazonaws.com',
])

async function checkSignature(jwt: Jwt) {
  const key = keyFor(jwt, [publicKey])
  if (!key) throw noKey()
  if (!(await isGenuine(jwt, key))) throw unverified()
}

function provenBy({ arn, provider, account }: Known, claims: Claims): ProvenCaller {
  const sub = textClaim(claims, 'sub')
  const aud = audiencesOf(claims).find((each) => provider.clientIds.includes(each))
  if (aud === undefined) throw invalid('Incorrect token audience')
  const url = arn.slice(arn.indexOf('oidc-provider/') + 'oidc-provider/'.length)
  return {
    kind: 'oidc',
    arn,
    account,
    userId: `${arn}:${aud}:${sub}`,
    provider: arn,
    proof: {
      subject: sub,
      context: contextOf(url, claims, aud, sub),
      kept: { [`${url}:aud`]: aud, [`${url}:sub`]: sub },
      ...tagsOf(claims),
      ...sourceIdentityOf(claims),
      answer: { SubjectFromWebIdentityToken: sub, Provider: arn, Audience: aud },
    },
  }
}

/** Who a token is about, for a role of `account`; throws what STS says where it proves nothing. */
export async function proveByToken(
  world: World,
  account: string,
  token: string,
  now: string
): Promise<ProvenCaller> {
  const jwt = readJwt(token)
  if (!jwt) {
    throw invalid(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'
    )
  }
  const issuer = textClaim(jwt.claims, 'iss')
  if (strangers.has(issuer)) throw noKey()
  const known = providerOf(world, account, issuer)
  await checkSignature(jwt)
  checkTimes(jwt.claims, now)
  return provenBy(known, jwt.claims)
}
