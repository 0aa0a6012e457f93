/**
 * A SAML provider's metadata: who it is, and by which keys it is known.
 * https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf
 */
import { fromBase64Text } from './base64url'
import { publicKeyOf } from './certificate'
import { ns } from './names'
import {
  attributeOf,
  childrenOf,
  onlyChild,
  parseXml,
  textOf,
  type XmlElement,
  XmlError,
} from './xml'

export type Metadata = { entityId: string; keys: Uint8Array<ArrayBuffer>[] }

function keyOf(descriptor: XmlElement): Uint8Array<ArrayBuffer>[] {
  // without a use, a key serves for everything
  if (!['signing', undefined].includes(attributeOf(descriptor, 'use'))) return []
  const info = onlyChild(descriptor, ns.signature, 'KeyInfo')
  return (info ? childrenOf(info, ns.signature, 'X509Data') : [])
    .flatMap((data) => childrenOf(data, ns.signature, 'X509Certificate'))
    .flatMap((element) => {
      const certificate = fromBase64Text(textOf(element) ?? '')
      const key = certificate && publicKeyOf(certificate)
      return key ? [key] : []
    })
}

/** Nothing where the text is not the metadata of an identity provider with a key to sign with. */
export function readMetadata(text: string): Metadata | undefined {
  try {
    const root = parseXml(text)
    if (root.name !== 'EntityDescriptor' || root.namespace !== ns.metadata) return undefined
    const entityId = attributeOf(root, 'entityID')
    const keys = childrenOf(root, ns.metadata, 'IDPSSODescriptor')
      .flatMap((descriptor) => childrenOf(descriptor, ns.metadata, 'KeyDescriptor'))
      .flatMap(keyOf)
    return entityId && keys.length > 0 ? { entityId, keys } : undefined
  } catch (error) {
    if (error instanceof XmlError) return undefined
    throw error
  }
}
