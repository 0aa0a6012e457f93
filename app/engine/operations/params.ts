/**
 * The service's own checks of parameters, and its sentences for what breaks them. All broken
 * constraints are counted in one message; names and paths have sentences of their own, which
 * come once the constraints hold.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
import { serviceError } from '../errors'

type Constraint = {
  min?: number
  max?: number
  pattern?: RegExp
  /** The pattern as the message prints it. */
  shown?: string
  least?: number
  most?: number
  oneOf?: readonly string[]
  required?: boolean
  /** A list; its length is what `max` means. */
  list?: boolean
  /** Has to hold after the counted constraints; the message stands alone. */
  then?: { pattern: RegExp; message: string }
}

const toField = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

const isNumeric = (c: Constraint) => c.least !== undefined || c.most !== undefined

/** A value that the SDK's types forbid. No service ever sees one, so this is no service error. */
function checkKind(name: string, value: unknown, c: Constraint) {
  if (value === undefined || value === null) return
  if (
    c.list ? Array.isArray(value) : isNumeric(c) ? Number.isInteger(value) : isText(value)
  ) {
    return
  }
  const kind = c.list ? 'a list' : isNumeric(c) ? 'a whole number' : 'a string'
  throw new TypeError(`${name} has to be ${kind}`)
}

const isText = (value: unknown) => typeof value === 'string'

function broken(value: unknown, c: Constraint): string[] {
  if (value === undefined || value === null) return c.required ? ['not be null'] : []
  if (typeof value === 'number') {
    return [
      ...(c.least !== undefined && value < c.least
        ? [`have value greater than or equal to ${c.least}`]
        : []),
      ...(c.most !== undefined && value > c.most
        ? [`have value less than or equal to ${c.most}`]
        : []),
    ]
  }
  if (Array.isArray(value)) {
    const over = c.max !== undefined && value.length > c.max
    return over ? [`have length less than or equal to ${c.max}`] : []
  }
  if (typeof value !== 'string') return []
  return [
    ...(c.max !== undefined && value.length > c.max
      ? [`have length less than or equal to ${c.max}`]
      : []),
    ...(c.min !== undefined && value.length < c.min
      ? [`have length greater than or equal to ${c.min}`]
      : []),
    ...(c.pattern && !c.pattern.test(value)
      ? [`satisfy regular expression pattern: ${c.shown}`]
      : []),
    ...(c.oneOf && !c.oneOf.includes(value)
      ? [`satisfy enum value set: [${c.oneOf.join(', ')}]`]
      : []),
  ]
}

const printValue = (value: unknown) =>
  value === undefined || value === null
    ? 'Value null'
    : Array.isArray(value)
      ? 'Value'
      : `Value '${String(value)}'`

/** A check for an operation: throws `ValidationError` in the service's words. */
export const constrain =
  <Name extends string>(constraints: Record<Name, Constraint>) =>
  (input: { [K in Name]?: unknown }) => {
    // entries of a record keyed by `Name` have no other keys
    const rows = Object.entries(constraints) as [Name, Constraint][]
    for (const [name, constraint] of rows) checkKind(name, input[name], constraint)
    const violations = rows.flatMap(([name, constraint]) =>
      broken(input[name], constraint).map(
        (must) =>
          `${printValue(input[name])} at '${toField(name)}' failed to satisfy constraint: Member must ${must}`
      )
    )
    if (violations.length > 0) throw violationError(violations)
    for (const [name, { then }] of rows) {
      const value = input[name]
      if (then && typeof value === 'string' && !then.pattern.test(value)) {
        throw serviceError('ValidationError', then.message)
      }
    }
  }

const violationError = (violations: string[]) =>
  serviceError(
    'ValidationError',
    `${violations.length} validation error${violations.length > 1 ? 's' : ''} detected: ${violations.join('; ')}`
  )

const nameThen = (field: string) => ({
  pattern: /^[\w+=,.@-]+$/,
  message: `The specified value for ${field} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
})

/** Sizes and characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const nameOfLength = (field: string, max: number): Constraint => ({
  required: true,
  min: 1,
  max,
  then: nameThen(field),
})

export const userName = nameOfLength('userName', 64)
export const groupName = nameOfLength('groupName', 128)
export const roleName = nameOfLength('roleName', 64)
export const policyName = nameOfLength('policyName', 128)
export const instanceProfileName = nameOfLength('instanceProfileName', 128)
export const optional = (constraint: Constraint): Constraint => ({
  ...constraint,
  required: false,
})

export const path: Constraint = {
  min: 1,
  max: 512,
  then: {
    pattern: /^\/(?:[!-~]+\/)?$/,
    message:
      'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  },
}

const documentText = {
  min: 1,
  max: 131_072,
  pattern: /^[\t\n\r -ÿ]+$/,
  shown: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
}
export const policyDocument: Constraint = { required: true, ...documentText }
export const policyArnText: Constraint = { required: true, min: 20, max: 2048 }
export const description: Constraint = {
  max: 1000,
  pattern: /^[\t\n\r -~¡-ÿ]*$/,
  shown: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*',
}
export const maxSessionDuration: Constraint = { least: 3600, most: 43_200 }
export const maxItems: Constraint = { least: 1, most: 1000 }
export const tags: Constraint = { list: true, max: 50 }
export const tagKeys: Constraint = { list: true, max: 50 }
