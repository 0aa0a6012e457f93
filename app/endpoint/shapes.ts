/**
 * What parameters and answers are made of, read from tables that `npm run catalog` makes of the
 * SDK's schemas. A table is loaded when its service is called first.
 */
export type TableName = 'iam' | 'sts' | 's3' | 'cloudtrail'

/**
 * `s` text, `n` a whole number, `b` a boolean, `t` a time, `x` bytes; the name of a structure; a
 * list, whose items have a name in XML; a map from texts.
 */
export type Type =
  string | [kind: '[', item: Type, name?: string] | [kind: '{', value: Type]

/** Where a member is carried, when not under its own name in the body. */
export type Binding = {
  /** Its name in XML. */
  x?: string
  /** A list without an element around it. */
  f?: 1
  /** An attribute. */
  a?: 1
  /** A header, or headers that begin so. */
  h?: string
  p?: string
  /** A parameter of the query. */
  q?: string
  /** A part of the path. */
  l?: 1
  /** The whole body. */
  b?: 1
  /** An operation is not meant without it. */
  r?: 1
}

export type Member = [name: string, type: Type, how?: Binding]
export type Structure = { m: Member[]; x?: string }
/** `0` where there is nothing to say. */
export type OperationShape = [
  input: string | 0,
  output: string | 0,
  method?: string,
  uri?: string,
  status?: number,
]

export type Table = {
  version: string
  operations: Record<string, OperationShape>
  shapes: Record<string, Structure>
}

const sources = {
  iam: () => import('./generated/iam'),
  sts: () => import('./generated/sts'),
  s3: () => import('./generated/s3'),
  cloudtrail: () => import('./generated/cloudtrail'),
} satisfies Record<TableName, () => Promise<{ default: string }>>

const loaded = new Map<TableName, Promise<Table>>()

async function load(name: TableName): Promise<Table> {
  const { default: text } = await sources[name]()
  // made by a script beside the types above
  return JSON.parse(text) as Table
}

export function loadTable(name: TableName): Promise<Table> {
  const table = loaded.get(name) ?? load(name)
  loaded.set(name, table)
  return table
}

export const operationOf = ({ operations }: Table, name: string) =>
  Object.hasOwn(operations, name) ? operations[name] : undefined

export function structureOf({ shapes }: Table, name: string): Structure {
  const structure = shapes[name]
  if (!structure) throw new Error(`the table has no structure ${name}`)
  return structure
}
