/**
 * Enveloped XML signatures. The element that carries the signature is the element that is signed:
 * nothing is looked up by its ID, so no other element can be put in its place.
 * https://www.w3.org/TR/xmldsig-core1/
 */
import { toBase64 } from '../base64'
import { fromBase64Text, utf8 } from './base64url'
import { canonicalize, escapeText } from './canonical'
import { areEqual, digest, importPublicKey, isSignedBy, signWith } from './keys'
import { digestHashes, ENVELOPED, EXCLUSIVE, ns, signatureHashes } from './names'
import {
  attributeOf,
  childrenOf,
  elementsOf,
  onlyChild,
  parseXml,
  textOf,
  type XmlElement,
} from './xml'

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

const inSignature = (element: XmlElement | undefined, name: string) =>
  element && onlyChild(element, ns.signature, name)

const algorithmOf = (element: XmlElement | undefined) =>
  (element && attributeOf(element, 'Algorithm')) ?? ''

/** An element that says nothing but its algorithm. */
const isPlain = (element: XmlElement | undefined, algorithm: string) =>
  element !== undefined &&
  element.children.length === 0 &&
  algorithmOf(element) === algorithm

export const signaturesOf = (element: XmlElement) =>
  childrenOf(element, ns.signature, 'Signature')

type Reference = { hash: string; value: Uint8Array<ArrayBuffer> }

/** The one reference of a signature, if it is to `signed` and asks for what we can do. */
function referenceTo(signed: XmlElement, info: XmlElement): Reference | undefined {
  const reference = inSignature(info, 'Reference')
  const id = attributeOf(signed, 'ID')
  if (!reference || !id || attributeOf(reference, 'URI') !== `#${id}`) return undefined
  const transforms = inSignature(reference, 'Transforms')
  const [first, second, ...others] = transforms ? elementsOf(transforms) : []
  if (!isPlain(first, ENVELOPED) || !isPlain(second, EXCLUSIVE) || others.length > 0)
    return undefined
  const hash = digestHashes.get(algorithmOf(inSignature(reference, 'DigestMethod')))
  const digestValue = inSignature(reference, 'DigestValue')
  const value = digestValue && fromBase64Text(textOf(digestValue) ?? '')
  return hash && value ? { hash, value } : undefined
}

/** Whether `signed` is, as a whole, what the holder of one of the keys has signed. */
export async function isSigned(signed: XmlElement, keys: Uint8Array<ArrayBuffer>[]) {
  const [signature, ...others] = signaturesOf(signed)
  const info = inSignature(signature, 'SignedInfo')
  if (!signature || !info || others.length > 0) return false
  if (!isPlain(inSignature(info, 'CanonicalizationMethod'), EXCLUSIVE)) return false
  const reference = referenceTo(signed, info)
  if (!reference) return false
  const content = utf8(canonicalize(signed, signature))
  if (!areEqual(await digest(reference.hash, content), reference.value)) return false
  return isInfoSigned(signature, info, keys)
}

async function isInfoSigned(
  signature: XmlElement,
  info: XmlElement,
  keys: Uint8Array<ArrayBuffer>[]
) {
  const hash = signatureHashes.get(algorithmOf(inSignature(info, 'SignatureMethod')))
  const element = inSignature(signature, 'SignatureValue')
  const value = element && fromBase64Text(textOf(element) ?? '')
  if (!hash || !value) return false
  const data = utf8(canonicalize(info))
  for (const spki of keys) {
    // a key of another kind than RSA is not one that this signature can be of
    const key = await importPublicKey(spki, hash).catch(() => undefined)
    if (key && (await isSignedBy(key, value, data))) return true
  }
  return false
}

const info = (id: string, digestValue: string) =>
  `<ds:SignedInfo xmlns:ds="${ns.signature}">` +
  `<ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"/>` +
  `<ds:SignatureMethod Algorithm="${RSA_SHA256}"/>` +
  `<ds:Reference URI="#${id}"><ds:Transforms>` +
  `<ds:Transform Algorithm="${ENVELOPED}"/><ds:Transform Algorithm="${EXCLUSIVE}"/>` +
  `</ds:Transforms><ds:DigestMethod Algorithm="${SHA256}"/>` +
  `<ds:DigestValue>${digestValue}</ds:DigestValue></ds:Reference></ds:SignedInfo>`

/** The signature of an element, as text to be put into it. */
export async function signatureOf(element: string, key: CryptoKey, certificate: string) {
  const parsed = parseXml(element)
  const id = attributeOf(parsed, 'ID') ?? ''
  const content = utf8(canonicalize(parsed))
  const signedInfo = info(id, toBase64(await digest('SHA-256', content)))
  const value = await signWith(key, utf8(canonicalize(parseXml(signedInfo))))
  return (
    `<ds:Signature xmlns:ds="${ns.signature}">${signedInfo}` +
    `<ds:SignatureValue>${toBase64(value)}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${escapeText(certificate)}` +
    '</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>'
  )
}
