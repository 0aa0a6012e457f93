/**
 * The wire's side of every operation as compact tables: what parameters and answers are made of,
 * and where HTTP carries them. They come from the schemas of the SDK's own clients, so that the
 * endpoint speaks what the SDK speaks.
 * https://smithy.io/2.0/spec/http-bindings.html
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const require = createRequire(import.meta.url)
const OUT = resolve(import.meta.dirname, '../../app/endpoint/generated')

/** Of a schema's first item. https://github.com/smithy-lang/smithy-typescript */
const kinds = { simple: 0, list: 1, map: 2, structure: 3, union: 4, operation: 9 }

const scalars = {
  0: 's',
  1: 'n',
  2: 'b',
  4: 't',
  5: 't',
  6: 't',
  7: 't',
  17: 'n',
  19: 'n',
  21: 'x',
  42: 'x',
}

const LIST = 64
const MAP = 128

const services = [
  { name: 'iam', version: '2010-05-08', pick: () => true },
  { name: 'sts', version: '2011-06-15', pick: () => true },
  { name: 'cloudtrail', version: '2013-11-01', pick: (name) => name === 'LookupEvents' },
  {
    name: 's3',
    version: '2006-03-01',
    // these are at addresses of their own, or answer with a stream of events
    pick: (name) =>
      !['ListDirectoryBuckets', 'SelectObjectContent', 'WriteGetObjectResponse'].includes(
        name
      ),
  },
]

const deref = (schema) => (typeof schema === 'function' ? schema() : schema)

/** Traits are a record, or a number whose first bit says label and fifth says payload. */
function bindingOf(traits, level, isRequired) {
  const bits = typeof traits === 'number' ? traits : 0
  const named = typeof traits === 'object' ? traits : {}
  const how = {
    ...(named.xmlName ? { x: named.xmlName } : {}),
    ...(named.xmlFlattened ? { f: 1 } : {}),
    ...(named.xmlAttribute ? { a: 1 } : {}),
    ...(named.httpHeader ? { h: named.httpHeader.toLowerCase() } : {}),
    ...(named.httpPrefixHeaders ? { p: named.httpPrefixHeaders.toLowerCase() } : {}),
    ...(named.httpQuery ? { q: named.httpQuery } : {}),
    ...(bits & 1 || named.httpLabel ? { l: 1 } : {}),
    ...(bits & 16 || named.httpPayload ? { b: 1 } : {}),
  }
  const isBound = how.h !== undefined || how.q !== undefined
  return level === 'input' && isRequired && isBound ? { ...how, r: 1 } : how
}

class Table {
  shapes = {}

  type(schema) {
    const found = deref(schema)
    if (typeof found === 'number') return this.#number(found)
    const [kind] = found
    if (kind === kinds.simple) return this.type(found[4])
    if (kind === kinds.list) return this.#list(found[4])
    if (kind === kinds.map) return ['{', this.type(memberOf(found[5]).schema)]
    if (kind === kinds.structure || kind === kinds.union) return this.structure(found)
    throw new Error(`what is ${JSON.stringify(found)}?`)
  }

  #number(code) {
    if (code & MAP) return ['{', this.#number(code & ~MAP)]
    if (code & LIST) return ['[', this.#number(code & ~LIST)]
    const scalar = scalars[code]
    if (!scalar) throw new Error(`no scalar has the code ${code}`)
    return scalar
  }

  #list(item) {
    const { schema, traits } = memberOf(item)
    const name = traits.xmlName
    return name ? ['[', this.type(schema), name] : ['[', this.type(schema)]
  }

  structure(schema, level) {
    const [, , name, traits, members, types, required = 0] = schema
    if (this.shapes[name]) return name
    const shape = { m: [] }
    this.shapes[name] = shape
    if (traits?.xmlName) shape.x = traits.xmlName
    shape.m = members.map((member, index) => {
      const { schema: type, traits: own } = memberOf(types[index])
      const how = bindingOf(own, level, index < required)
      const entry = [member, this.type(type)]
      return Object.keys(how).length > 0 ? [...entry, how] : entry
    })
    return name
  }

  /** `unit` is nothing at all. */
  ofOperation(schema, level) {
    const found = deref(schema)
    return found === 'unit' ? 0 : this.structure(found, level)
  }
}

/** A member is a schema, or a schema with traits of its own. */
function memberOf(member) {
  const isPair =
    Array.isArray(member) && (typeof member[0] !== 'number' || member.length === 2)
  const [schema, traits] = isPair ? member : [member, {}]
  return { schema, traits }
}

function tableOf({ name, version, pick }) {
  const client = require(`@aws-sdk/client-${name}`)
  const operations = Object.values(client).filter(
    (value) => Array.isArray(value) && value[0] === kinds.operation && pick(value[2])
  )
  const table = new Table()
  const entries = operations.map(([, , operation, traits, input, output]) => [
    operation,
    [
      table.ofOperation(input, 'input'),
      table.ofOperation(output, 'output'),
      ...(name === 's3' ? traits.http : []),
    ],
  ])
  return { version, operations: Object.fromEntries(entries), shapes: table.shapes }
}

/** The release that the tables were made from. */
function releaseOf(name) {
  const file = join(
    resolve(import.meta.dirname, '../..'),
    `node_modules/@aws-sdk/client-${name}/package.json`
  )
  return JSON.parse(readFileSync(file, 'utf8')).version
}

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
for (const service of services) {
  const table = tableOf(service)
  const source = `@aws-sdk/client-${service.name}@${releaseOf(service.name)}`
  const code = [
    `// Made by \`npm run catalog\` from ${source} (Apache-2.0 licence). Do not edit.`,
    `const text: string = ${JSON.stringify(JSON.stringify(table))}`,
    'export default text',
    '',
  ]
  writeFileSync(join(OUT, `${service.name}.ts`), code.join('\n'))
  console.log(
    `${service.name}: ${Object.keys(table.operations).length} operations, ${Object.keys(table.shapes).length} shapes`
  )
}
