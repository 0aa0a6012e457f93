/** XML of a body as the engine takes it. What the shape does not know is refused. */
import {
  elementsOf,
  parseXml,
  textOf,
  type XmlElement,
  XmlError,
} from '~/engine/federation/xml'
import { type Structure, structureOf, type Table, type Type } from '../shapes'

const S3 = 'http://s3.amazonaws.com/doc/2006-03-01/'

function scalar(type: string, text: string): unknown {
  const trimmed = text.trim()
  if (type === 'n') {
    if (!/^-?\d{1,15}$/.test(trimmed)) throw new XmlError(`${trimmed} is no number`)
    return Number(trimmed)
  }
  if (type === 'b') {
    if (trimmed !== 'true' && trimmed !== 'false')
      throw new XmlError(`${trimmed} is no boolean`)
    return trimmed === 'true'
  }
  if (type === 't') {
    const time = new Date(trimmed)
    if (Number.isNaN(time.getTime())) throw new XmlError(`${trimmed} is no time`)
    return time
  }
  return text
}

/** The root has to be called `name`. Throws an `XmlError`. */
export function readXml(table: Table, name: string, structure: Structure, text: string) {
  function value(type: Type, element: XmlElement): unknown {
    if (typeof type !== 'string') {
      if (type[0] === '{') throw new XmlError('a map')
      return elementsOf(element).map((child) => value(type[1], child))
    }
    if (type.length > 1) return fields(structureOf(table, type), element)
    const content = textOf(element)
    if (content === undefined) throw new XmlError(`${element.name} holds elements`)
    return scalar(type, content)
  }

  function fields({ m }: Structure, element: XmlElement) {
    const found: Record<string, unknown> = {}
    for (const child of elementsOf(element)) {
      const member = m.find(([own, , how]) => (how?.x ?? own) === child.name)
      if (!member || !isOurs(child)) throw new XmlError(`nobody knows ${child.name}`)
      const [own, type, how] = member
      if (how?.f && typeof type !== 'string' && type[0] === '[') {
        const before = found[own]
        found[own] = [...(Array.isArray(before) ? before : []), value(type[1], child)]
      } else found[own] = value(type, child)
    }
    return found
  }

  const root = parseXml(text)
  if (root.name !== name || !isOurs(root)) throw new XmlError(`the root is no ${name}`)
  return fields(structure, root)
}

/** Clients may leave the namespace out. */
const isOurs = ({ namespace }: XmlElement) => namespace === '' || namespace === S3
