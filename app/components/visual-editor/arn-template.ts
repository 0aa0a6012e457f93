/** ARNs of a resource type as a form: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */

const VARIABLE = /\$\{([^}]*)\}/g

type Piece = { literal: string } | { variable: string }

function piecesOf(template: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of template.matchAll(VARIABLE)) {
    if (match.index > at) pieces.push({ literal: template.slice(at, match.index) })
    pieces.push({ variable: match[1] ?? '' })
    at = match.index + match[0].length
  }
  if (at < template.length) pieces.push({ literal: template.slice(at) })
  return pieces
}

/** What has to be filled in; the partition is always the same. */
export const variablesOf = (template: string) =>
  piecesOf(template).flatMap((piece) =>
    'variable' in piece && piece.variable !== 'Partition' ? [piece.variable] : []
  )

export const hasAccount = (template: string) => variablesOf(template).includes('Account')

/** By position, since a template may name a variable twice. */
export function fillTemplate(template: string, values: readonly string[]) {
  let at = 0
  return piecesOf(template)
    .map((piece) => {
      if ('literal' in piece) return piece.literal
      return piece.variable === 'Partition' ? 'aws' : (values[at++] ?? '')
    })
    .join('')
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const COLON_FREE = new Set(['Partition', 'Region', 'Account'])

/** The values of an ARN that has this form. */
export function parseTemplate(template: string, arn: string): string[] | undefined {
  const pieces = piecesOf(template)
  const pattern = pieces.map((piece, index) => {
    if ('literal' in piece) return escaped(piece.literal)
    const group = COLON_FREE.has(piece.variable)
      ? '[^:]*'
      : index === pieces.length - 1
        ? '.*'
        : '.*?'
    return piece.variable === 'Partition' ? group : `(${group})`
  })
  return new RegExp(`^${pattern.join('')}$`, 's').exec(arn)?.slice(1)
}

/** `BucketName` as a person reads it: `bucket name`. */
export const readable = (variable: string) =>
  variable
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase()

/** All resources of a type, in this account where the ARN has one. */
export const anyOf = (template: string, account: string) =>
  fillTemplate(
    template,
    variablesOf(template).map((variable) => (variable === 'Account' ? account : '*'))
  )

export const literalLength = (template: string) => template.replace(VARIABLE, '').length

export const toPattern = (template: string) => template.replace(VARIABLE, '*')

/** Whether any text matches both patterns; `*` stands for many characters, `?` for one. */
export function intersect(a: string, b: string): boolean {
  let before = startsOf(b, [true])
  for (const char of a) {
    const row: boolean[] = [char === '*' && before[0] === true]
    for (let at = 1; at <= b.length; at++) {
      const other = b[at - 1] ?? ''
      const isBoth = char === other || char === '?' || other === '?'
      row[at] =
        char === '*' || other === '*'
          ? before[at] === true || row[at - 1] === true || before[at - 1] === true
          : isBoth && before[at - 1] === true
    }
    before = row
  }
  return before[b.length] === true
}

function startsOf(pattern: string, row: boolean[]) {
  for (let at = 1; at <= pattern.length; at++)
    row[at] = row[at - 1] === true && pattern[at - 1] === '*'
  return row
}
