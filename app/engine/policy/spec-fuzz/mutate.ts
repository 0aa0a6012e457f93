/** Documents with something changed: in the text, or in the tree that it stands for. */
import type { Chance } from './chance'

const pieces = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\\u0041',
  '\\ud800',
  'null',
  'true',
  '-0',
  '1e999',
  '\u0000',
  '\uFEFF',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '/*',
  '${',
  '${aws:username}',
  '}',
  '*',
  '?',
  '"Effect"',
  '"Action":',
  '"Statement":[',
  '{"a":',
  '😀',
  'é',
  "'",
  '\u2028',
  '__proto__',
]

type Edit = (text: string, at: number, end: number, chance: Chance, other: string) => string

const edits: Edit[] = [
  (text, at, end) => text.slice(0, at) + text.slice(end),
  (text, at, end) => text.slice(0, end) + text.slice(at),
  (text, at, _, chance) => text.slice(0, at) + chance.pick(pieces) + text.slice(at),
  (text, at, _, chance) => text.slice(0, at) + chance.pick(pieces) + text.slice(at + 1),
  (text, at) => text.slice(0, at),
  (text, at, end, _, other) => text.slice(0, at) + other.slice(at, end) + text.slice(end),
  (text, at, end) =>
    text.slice(0, at) + text.slice(at, end).toUpperCase() + text.slice(end),
  (text, at, _, chance) =>
    text.slice(0, at) + chance.pick(pieces).repeat(1 + chance.below(80)) + text.slice(at),
  (text, at, end) =>
    text.slice(0, at) + text.slice(at, end).replaceAll('"', '') + text.slice(end),
]

export function mutateText(text: string, other: string, chance: Chance): string {
  let changed = text
  for (let left = 1 + chance.below(3); left > 0; left--) {
    const at = chance.below(changed.length + 1)
    const end = Math.min(changed.length, at + chance.below(24))
    changed = chance.pick(edits)(changed, at, end, chance, other)
  }
  return changed
}

const values: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e21,
  '',
  '*',
  '**',
  '?',
  'Allow',
  'deny',
  'iam:PassRole',
  's3:*',
  'iam:Get*',
  '*:*',
  ':',
  '::',
  'arn',
  'arn:aws',
  'arn:aws:iam::123456789012:role/*',
  'arn:aws:iam:eu-west-1:1:role',
  'arn:aws:s3:::b/${aws:username}',
  '${',
  '${}',
  "${a, 'b}",
  '10.0.0.1/8',
  '::1/129',
  '2026-13-01',
  '1',
  'true',
  [],
  {},
  [[]],
  [null],
  [{}],
  ['*', '*'],
  { AWS: '*' },
  { AWS: [] },
  { Service: 'ec2' },
  { Federated: 'x' },
  { StringEquals: {} },
  { StringLike: { 'aws:userid': '*' } },
  { 'ForAllValues:Null': { 'aws:TagKeys': [1, 'a'] } },
  { DateLessThan: { 'aws:CurrentTime': '20' } },
  { Bool: { 'aws:SecureTransport': [true, 'x'] } },
  '2012-10-17',
  '2008-10-17',
  'x'.repeat(300),
  '*a'.repeat(60),
  '\ud800',
  'é😀',
  '__proto__',
]

const keys = [
  'Version',
  'Id',
  'Statement',
  'Sid',
  'Effect',
  'effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
  'AWS',
  'Service',
  'Federated',
  'CanonicalUser',
  'StringEquals',
  'StringLikeIfExists',
  'ForAnyValue:StringLike',
  'Null',
  'NullIfExists',
  'NumericLessThan',
  'IpAddress',
  'ArnLike',
  'BinaryEquals',
  'aws:SourceIp',
  'aws:PrincipalOrgID',
  'aws:ResourceTag/a',
  's3:prefix',
  'sts:ExternalId',
  'toString',
  '__proto__',
  '',
  'a b',
]

/** Numbers of places below a node, itself included. */
const size = (node: unknown): number =>
  typeof node === 'object' && node !== null
    ? Object.values(node).reduce<number>((sum, each) => sum + size(each), 1)
    : 1

/** A copy with the node at one place, counted from the root, changed. */
function changeAt(
  node: unknown,
  place: number,
  change: (node: unknown) => unknown
): unknown {
  if (place === 0) return change(node)
  if (typeof node !== 'object' || node === null) return node
  let before = 1
  const entries = Object.entries(node).map(([key, value]): [string, unknown] => {
    const at = place - before
    before += size(value)
    return [key, at >= 0 && at < size(value) ? changeAt(value, at, change) : value]
  })
  return Array.isArray(node)
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries)
}

function changeNode(node: unknown, chance: Chance): unknown {
  if (typeof node !== 'object' || node === null) return chance.pick(values)
  const how = chance.below(5)
  if (how === 0) return chance.pick(values)
  if (how === 1) return [node]
  if (Array.isArray(node)) {
    const at = chance.below(node.length + 1)
    const rest = node.slice(at + (how === 2 ? 1 : 0))
    return how === 3
      ? (node[at] ?? null)
      : [...node.slice(0, at), chance.pick(values), ...rest]
  }
  const entries = Object.entries(node)
  const at = chance.below(entries.length + 1)
  const entry: [string, unknown] = [
    chance.pick(keys),
    entries[at]?.[1] ?? chance.pick(values),
  ]
  const rest = entries.slice(how === 2 ? at : at + 1)
  return Object.fromEntries([
    ...entries.slice(0, at),
    ...(how === 4 ? [] : [entry]),
    ...rest,
  ])
}

export function mutateTree(document: unknown, chance: Chance): unknown {
  let changed = document
  for (let left = 1 + chance.below(3); left > 0; left--)
    changed = changeAt(changed, chance.below(size(changed)), (node) =>
      changeNode(node, chance)
    )
  return changed
}
