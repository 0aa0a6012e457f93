/**
 * SAML responses: their shape, and what they say. Nothing of it counts before the signature has
 * been found good.
 * https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf
 */
import { fromBase64Text, fromUtf8 } from './base64url'
import { ns } from './names'
import { invalid, rejected } from './refusals'
import {
  attributeOf,
  childrenOf,
  onlyChild,
  parseXml,
  textOf,
  type XmlElement,
  XmlError,
} from './xml'

export const malformed = () => invalid('Your request included an invalid SAML response')

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

function parse(base64: string): XmlElement {
  const bytes = fromBase64Text(base64)
  if (!bytes) throw invalid('Invalid base64 SAMLResponse')
  const text = fromUtf8(bytes)
  if (text === undefined) throw malformed()
  try {
    return parseXml(text)
  } catch (error) {
    if (error instanceof XmlError) throw malformed()
    throw error
  }
}

/** The response and the one assertion in it. */
export function readResponse(base64: string) {
  const response = parse(base64)
  if (response.name !== 'Response' || response.namespace !== ns.protocol) throw malformed()
  const status = onlyChild(response, ns.protocol, 'Status')
  const code = status && onlyChild(status, ns.protocol, 'StatusCode')
  if (!code) throw malformed()
  if (attributeOf(code, 'Value') !== SUCCESS) throw rejected()
  const assertion = onlyChild(response, ns.assertion, 'Assertion')
  if (!assertion) throw malformed()
  return { response, assertion }
}

const saml = (element: XmlElement | undefined, name: string) =>
  element && onlyChild(element, ns.assertion, name)

const textIn = (element: XmlElement | undefined) => element && textOf(element)?.trim()

export const issuerOf = (element: XmlElement) => textIn(saml(element, 'Issuer'))

/** A time of the message in milliseconds; without one of UTC's forms there is none. */
function timeOf(element: XmlElement | undefined, name: string): number | undefined {
  const text = element && attributeOf(element, name)
  if (text === undefined) return undefined
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text)) throw malformed()
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw malformed()
  return time
}

const isDefined = <T>(value: T | undefined): value is T => value !== undefined

function attributesOf(assertion: XmlElement): Map<string, string[]> {
  const attributes = new Map<string, string[]>()
  const found = childrenOf(assertion, ns.assertion, 'AttributeStatement').flatMap(
    (statement) => childrenOf(statement, ns.assertion, 'Attribute')
  )
  for (const attribute of found) {
    const name = attributeOf(attribute, 'Name')
    if (name === undefined || attributes.has(name)) throw malformed()
    const values = childrenOf(attribute, ns.assertion, 'AttributeValue')
    attributes.set(name, values.map(textIn).filter(isDefined))
  }
  return attributes
}

export type Statements = {
  issued: number
  subject: string
  format: string
  recipient: string
  audiences: string[]
  /** The earliest and the latest that any part of it counts. */
  notBefore: number[]
  notOnOrAfter: number[]
  sessionEnds: number | undefined
  attributes: Map<string, string[]>
}

/** All that STS looks at, out of an assertion whose signature is good. */
export function statementsOf(assertion: XmlElement): Statements {
  const subject = saml(assertion, 'Subject')
  const nameId = saml(subject, 'NameID')
  const confirmation = saml(subject, 'SubjectConfirmation')
  const data = saml(confirmation, 'SubjectConfirmationData')
  const conditions = saml(assertion, 'Conditions')
  const issued = timeOf(assertion, 'IssueInstant')
  const ends = timeOf(data, 'NotOnOrAfter')
  const name = textIn(nameId)
  if (!nameId || !name || !confirmation || !data || !conditions) throw malformed()
  if (issued === undefined || ends === undefined) throw malformed()
  if (attributeOf(confirmation, 'Method') !== BEARER) throw malformed()
  return {
    issued,
    subject: name,
    format: attributeOf(nameId, 'Format') ?? '',
    recipient: attributeOf(data, 'Recipient') ?? '',
    audiences: childrenOf(conditions, ns.assertion, 'AudienceRestriction')
      .flatMap((restriction) => childrenOf(restriction, ns.assertion, 'Audience'))
      .map(textIn)
      .filter(isDefined),
    notBefore: [timeOf(conditions, 'NotBefore'), timeOf(data, 'NotBefore')].filter(
      isDefined
    ),
    notOnOrAfter: [ends, timeOf(conditions, 'NotOnOrAfter')].filter(isDefined),
    sessionEnds: timeOf(saml(assertion, 'AuthnStatement'), 'SessionNotOnOrAfter'),
    attributes: attributesOf(assertion),
  }
}
