/**
 * The part of XML that SAML messages are made of. What is read here is what was signed, so
 * whatever could be read in two ways is refused: document types, entities of one's own, comments,
 * CDATA and processing instructions, text that is not well formed.
 * https://www.w3.org/TR/xml/
 * https://www.w3.org/TR/xml-names/
 */
export type XmlAttribute = {
  prefix: string
  name: string
  namespace: string
  value: string
}

export type XmlElement = {
  prefix: string
  name: string
  namespace: string
  attributes: XmlAttribute[]
  /** Namespaces in scope, by prefix; the default one under ''. */
  scope: Map<string, string>
  children: XmlNode[]
}

export type XmlNode = XmlElement | string

export class XmlError extends Error {}

const XML = 'http://www.w3.org/XML/1998/namespace'

/** Deeper than any message, and shallower than any stack. */
const DEEPEST = 64

export function parseXml(text: string): XmlElement {
  const reader = new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text)
  reader.declaration()
  reader.space()
  const root = reader.element(new Map([['xml', XML]]), 0)
  reader.space()
  if (!reader.atEnd) throw new XmlError('something follows the document')
  return root
}

const nameStart = 'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D'
const ncName = `[${nameStart}][${nameStart}\\-.0-9\\u00B7]*`
const qualifiedName = new RegExp(`(?:(${ncName}):)?(${ncName})`, 'y')
const spaces = /[\t\n\r ]*/y
const declared =
  /<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")?\?>/y
/** Text of an element, or of an attribute, up to what ends it. */
const content = /[^<&]+/y
const inQuotes = { '"': /[^"<&]+/y, "'": /[^'<&]+/y }
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/y
const named = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

type Name = { prefix: string; name: string }
type Raw = Name & { value: string }

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    if (forbidden.test(text)) throw new XmlError('a character that XML does not know')
    // https://www.w3.org/TR/xml/#sec-line-ends
    this.#text = text.replace(/\r\n?/g, '\n')
  }

  get atEnd() {
    return this.#at === this.#text.length
  }

  declaration() {
    this.#match(declared)
  }

  space() {
    return this.#match(spaces)?.[0] ?? ''
  }

  element(outer: Map<string, string>, depth: number): XmlElement {
    if (depth > DEEPEST) throw new XmlError('nested too deeply')
    this.#expect('<')
    const tag = this.#name()
    const raw = this.#attributes()
    const scope = scopeOf(outer, raw)
    const element = {
      ...tag,
      namespace: namespaceOf(tag, scope),
      attributes: attributesOf(raw, scope),
      scope,
      children: [] as XmlNode[],
    }
    if (this.#take('/>')) return element
    this.#expect('>')
    this.#children(element, depth)
    return element
  }

  #children(element: XmlElement, depth: number) {
    while (!this.#take('</')) {
      const text = this.#run(content)
      if (text !== '') element.children.push(text)
      else element.children.push(this.element(element.scope, depth + 1))
    }
    const { prefix, name } = this.#name()
    if (prefix !== element.prefix || name !== element.name)
      throw new XmlError(`${element.name} is closed as ${name}`)
    this.space()
    this.#expect('>')
  }

  /** Text with its references resolved, up to what is neither. */
  #run(plain: RegExp): string {
    let text = ''
    for (;;) {
      const part = this.#match(plain)?.[0] ?? this.#reference()
      if (part === undefined) return text
      text += part
    }
  }

  #reference(): string | undefined {
    const match = this.#match(reference)
    if (!match) return undefined
    const [, entity, decimal, hex] = match
    if (entity !== undefined) return named[entity as keyof typeof named]
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\0'
    if (forbidden.test(character)) throw new XmlError('a character that XML does not know')
    return character
  }

  #attributes(): Raw[] {
    const raw: Raw[] = []
    for (;;) {
      const space = this.space()
      if (this.#startsWith('>') || this.#startsWith('/>')) return raw
      if (space === '') throw new XmlError('attributes run into each other')
      const name = this.#name()
      this.#expect('=')
      const quote = this.#take('"') ? '"' : "'"
      if (quote === "'") this.#expect("'")
      raw.push({ ...name, value: this.#value(inQuotes[quote]) })
      this.#expect(quote)
    }
  }

  /** White space of the text is a blank in a value; a reference to it is itself. */
  #value(plain: RegExp): string {
    let value = ''
    for (;;) {
      const part = this.#match(plain)?.[0].replace(/[\t\n]/g, ' ') ?? this.#reference()
      if (part === undefined) return value
      value += part
    }
  }

  #name(): Name {
    const match = this.#match(qualifiedName)
    if (!match) throw new XmlError('a name is missing')
    return { prefix: match[1] ?? '', name: match[2] ?? '' }
  }

  #match(pattern: RegExp) {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match) this.#at += match[0].length
    return match ?? undefined
  }

  #startsWith(text: string) {
    return this.#text.startsWith(text, this.#at)
  }

  #take(text: string) {
    const here = this.#startsWith(text)
    if (here) this.#at += text.length
    return here
  }

  #expect(text: string) {
    if (!this.#take(text)) throw new XmlError(`${text} is missing`)
  }
}

const isDeclaration = ({ prefix, name }: Name) =>
  prefix === 'xmlns' || (prefix === '' && name === 'xmlns')

function scopeOf(outer: Map<string, string>, raw: Raw[]) {
  const own = raw.filter(isDeclaration)
  if (own.length === 0) return outer
  const scope = new Map(outer)
  for (const { prefix, name, value } of own) {
    const declares = prefix === '' ? '' : name
    if (declares === 'xml' || declares === 'xmlns' || value === XML)
      throw new XmlError('a prefix of XML itself')
    if (declares !== '' && value === '') throw new XmlError('a prefix without a namespace')
    scope.set(declares, value)
  }
  return scope
}

function namespaceOf({ prefix }: Name, scope: Map<string, string>) {
  const namespace = scope.get(prefix)
  if (namespace === undefined && prefix !== '')
    throw new XmlError(`nobody declares the prefix ${prefix}`)
  return namespace ?? ''
}

function attributesOf(raw: Raw[], scope: Map<string, string>): XmlAttribute[] {
  const names = new Set(raw.map(({ prefix, name }) => `${prefix}:${name}`))
  if (names.size < raw.length) throw new XmlError('an attribute is there twice')
  const attributes = raw
    .filter((each) => !isDeclaration(each))
    .map((each) => ({
      ...each,
      namespace: each.prefix === '' ? '' : namespaceOf(each, scope),
    }))
  const full = new Set(attributes.map(({ namespace, name }) => `${namespace} ${name}`))
  if (full.size < attributes.length) throw new XmlError('an attribute is there twice')
  return attributes
}

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

export const elementsOf = ({ children }: XmlElement) => children.filter(isElement)

/** The children of that name, in order. */
export const childrenOf = (element: XmlElement, namespace: string, name: string) =>
  elementsOf(element).filter(
    (child) => child.name === name && child.namespace === namespace
  )

/** The one child of that name; nothing where there is none, or more than one. */
export function onlyChild(element: XmlElement, namespace: string, name: string) {
  const [child, ...others] = childrenOf(element, namespace, name)
  return others.length === 0 ? child : undefined
}

/** An attribute without a prefix. */
export const attributeOf = ({ attributes }: XmlElement, wanted: string) =>
  attributes.find(({ namespace, name }) => namespace === '' && name === wanted)?.value

/** The text of an element that holds nothing else. */
export const textOf = ({ children }: XmlElement): string | undefined =>
  children.some(isElement) ? undefined : children.join('')
