/**
 * SAML assertions: checked, and turned into what STS may rely on. An assertion may be used again
 * for as long as it counts, as with AWS, where one sign-in is good for all the roles in it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html
 */
import { parseArn } from '../arn'
import { toBase64 } from '../base64'
import type { ProvenCaller } from '../caller'
import { serviceError } from '../errors'
import type { World } from '../model'
import { entryOf } from '../records'
import { issuerOf, readResponse, type Statements, statementsOf } from './assertion'
import { attributeContext } from './attributes'
import { utf8 } from './base64url'
import { digest } from './keys'
import { type Metadata, readMetadata } from './metadata'
import { attributeNames, AUDIENCE } from './names'
import { expired, invalid } from './refusals'
import { isSigned, signaturesOf } from './signature'
import type { XmlElement } from './xml'

const FIVE_MINUTES = 300_000

/** The sign-in address of any Region; `/acs/ID` where assertions are encrypted. */
const signInAddress =
  /^https:\/\/(?:[a-z0-9-]+\.)?signin\.aws\.amazon\.com\/saml(?:\/acs\/\w+)?$/

function providerOf(world: World, arn: string) {
  const account = parseArn(arn)?.account ?? ''
  const owner = entryOf(world.accounts, account)
  const provider = owner && entryOf(owner.samlProviders, arn)
  if (!provider) throw invalid("Specified provider doesn't exist.")
  const metadata = readMetadata(provider.metadata)
  // a provider without a key vouches for nobody
  if (!metadata) throw invalid('Response signature invalid')
  return { arn, account, name: provider.name, metadata }
}

type Known = ReturnType<typeof providerOf>

/** Every signature there is has to be good, and one of them has to cover the assertion. */
async function checkSignatures(elements: XmlElement[], { keys }: Metadata) {
  const signed = elements.filter((element) => signaturesOf(element).length > 0)
  for (const element of signed) {
    if (!(await isSigned(element, keys))) throw invalid('Response signature invalid')
  }
  if (signed.length === 0) throw invalid('Response signature invalid')
}

function checkIssuer(response: XmlElement, assertion: XmlElement, { entityId }: Metadata) {
  const outer = issuerOf(response)
  if (issuerOf(assertion) !== entityId || (outer !== undefined && outer !== entityId)) {
    throw invalid('Issuer not present in specified provider')
  }
}

function checkWhen(
  { issued, notBefore, notOnOrAfter, sessionEnds }: Statements,
  now: number
) {
  if (now - issued >= FIVE_MINUTES) {
    throw expired('Token must be redeemed within 5 minutes of issuance')
  }
  if ([...notOnOrAfter, sessionEnds ?? Infinity].some((end) => end <= now)) {
    throw expired('Response has expired')
  }
  if (issued - now > FIVE_MINUTES || notBefore.some((start) => start > now)) {
    throw invalid('Response is not yet valid')
  }
}

function checkFor({ recipient, audiences }: Statements) {
  if (!signInAddress.test(recipient)) {
    throw invalid('Response does not contain the required recipient.')
  }
  if (!audiences.some((each) => each === AUDIENCE || signInAddress.test(each))) {
    throw invalid('Response does not contain the required audience.')
  }
}

/** Role and provider, in either order. */
function checkRole({ attributes }: Statements, role: string, provider: string) {
  const pairs = (attributes.get(attributeNames.role) ?? []).map((value) =>
    value.split(',').map((each) => each.trim())
  )
  const isThere = pairs.some(
    (pair) => pair.length === 2 && pair.includes(role) && pair.includes(provider)
  )
  if (!isThere) {
    throw serviceError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML')
  }
}

function only(attributes: Map<string, string[]>, name: string): string | undefined {
  const [value, ...others] = attributes.get(name) ?? []
  if (others.length > 0) throw invalid(`${name} must have exactly one value`)
  return value
}

const NAME = /^[\w+=,.@-]{2,64}$/

function namesIn({ attributes }: Statements) {
  const sessionName = only(attributes, attributeNames.sessionName)
  if (!sessionName) throw invalid('RoleSessionName is required in AuthnResponse')
  if (!NAME.test(sessionName)) {
    throw invalid('RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}')
  }
  const sourceIdentity = only(attributes, attributeNames.sourceIdentity)
  if (sourceIdentity !== undefined && !NAME.test(sourceIdentity)) {
    throw invalid(
      'Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"'
    )
  }
  return { sessionName, ...(sourceIdentity === undefined ? {} : { sourceIdentity }) }
}

function tagsIn({ attributes }: Statements) {
  const prefix = attributeNames.principalTag
  const names = [...attributes.keys()].filter((name) => name.startsWith(prefix))
  return {
    tags: names.map((name) => ({
      Key: name.slice(prefix.length),
      Value: only(attributes, name) ?? '',
    })),
    transitiveTagKeys: attributes.get(attributeNames.transitiveTagKeys) ?? [],
  }
}

const NAME_FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html#API_AssumeRoleWithSAML_ResponseElements */
async function qualifierOf({ account, name, metadata }: Known) {
  const text = `${metadata.entityId}${account}/${name}`
  return toBase64(await digest('SHA-1', utf8(text)))
}

async function provenBy(known: Known, statements: Statements): Promise<ProvenCaller> {
  const { subject, recipient, format, sessionEnds } = statements
  const subjectType = format.startsWith(NAME_FORMAT)
    ? format.slice(NAME_FORMAT.length)
    : format
  const qualifier = await qualifierOf(known)
  const kept = {
    'saml:namequalifier': qualifier,
    'saml:sub': subject,
    ...(subjectType ? { 'saml:sub_type': subjectType } : {}),
  }
  return {
    kind: 'saml',
    arn: known.arn,
    account: known.account,
    userId: `${qualifier}:${subject}`,
    provider: known.arn,
    proof: {
      subject,
      context: {
        ...attributeContext(statements.attributes),
        ...kept,
        'saml:aud': recipient,
        'saml:iss': known.metadata.entityId,
        'saml:doc': `${known.account}/${known.name}`,
      },
      kept,
      ...namesIn(statements),
      ...tagsIn(statements),
      ...(sessionEnds === undefined ? {} : { ends: new Date(sessionEnds).toISOString() }),
      answer: {
        Subject: subject,
        SubjectType: subjectType,
        Issuer: known.metadata.entityId,
        Audience: recipient,
        NameQualifier: qualifier,
      },
    },
  }
}

/** Who an assertion is about; throws what STS says where it proves nothing. */
export async function proveByAssertion(
  world: World,
  asked: { role: string; provider: string },
  assertionText: string,
  now: string
): Promise<ProvenCaller> {
  const known = providerOf(world, asked.provider)
  const { response, assertion } = readResponse(assertionText)
  checkIssuer(response, assertion, known.metadata)
  await checkSignatures([response, assertion], known.metadata)
  const statements = statementsOf(assertion)
  checkWhen(statements, Date.parse(now))
  checkFor(statements)
  checkRole(statements, asked.role, asked.provider)
  return provenBy(known, statements)
}
