/**
 * Exclusive canonicalisation: one form for all ways to write the same XML, which is what a
 * signature is made over.
 * https://www.w3.org/TR/xml-exc-c14n/
 */
import type { XmlAttribute, XmlElement, XmlNode } from './xml'

const inText: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
}

const inValue: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

export const escapeText = (text: string) => text.replace(/[&<>\r]/g, (c) => inText[c] ?? c)

export const escapeValue = (text: string) =>
  text.replace(/[&<"\t\n\r]/g, (c) => inValue[c] ?? c)

const qualified = (prefix: string, name: string) => (prefix ? `${prefix}:${name}` : name)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const byNamespaceAndName = (a: XmlAttribute, b: XmlAttribute) =>
  compare(a.namespace, b.namespace) || compare(a.name, b.name)

/** Prefixes that the tag itself uses; `xml` needs no declaration. */
function usedPrefixes({ prefix, attributes }: XmlElement) {
  const used = new Set([prefix])
  for (const attribute of attributes) if (attribute.prefix) used.add(attribute.prefix)
  used.delete('xml')
  return [...used].sort(compare)
}

/** Declarations that are new here: not rendered above, or not with that namespace. */
function declarationsOf(element: XmlElement, rendered: Map<string, string>) {
  return usedPrefixes(element).flatMap((prefix): [string, string][] => {
    const namespace = element.scope.get(prefix) ?? ''
    return (rendered.get(prefix) ?? '') === namespace ? [] : [[prefix, namespace]]
  })
}

function render(
  element: XmlElement,
  rendered: Map<string, string>,
  without?: XmlNode
): string {
  const fresh = declarationsOf(element, rendered)
  const inner = fresh.length === 0 ? rendered : new Map([...rendered, ...fresh])
  const declarations = fresh.map(
    ([prefix, namespace]) =>
      ` ${prefix ? `xmlns:${prefix}` : 'xmlns'}="${escapeValue(namespace)}"`
  )
  const attributes = [...element.attributes]
    .sort(byNamespaceAndName)
    .map(({ prefix, name, value }) => ` ${qualified(prefix, name)}="${escapeValue(value)}"`)
  const children = element.children
    .filter((child) => child !== without)
    .map((child) => (typeof child === 'string' ? escapeText(child) : render(child, inner)))
  const tag = qualified(element.prefix, element.name)
  return `<${tag}${declarations.join('')}${attributes.join('')}>${children.join('')}</${tag}>`
}

/** The canonical form of an element; `without` is a child of it that is left out. */
export const canonicalize = (element: XmlElement, without?: XmlElement) =>
  render(element, new Map(), without)
