/**
 * The service's own checks of parameters, and its sentences for what breaks them. All broken
 * constraints are counted in one message; names and paths have sentences of their own, which
 * come once the constraints hold.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 */
import { serviceError } from '../errors'

export type Constraint = {
  min?: number
  max?: number
  pattern?: RegExp
  /** The pattern as the message prints it. */
  shown?: string
  least?: number
  most?: number
  oneOf?: readonly string[]
  /** What the message lists, where that is not all. */
  told?: readonly string[]
  required?: boolean
  /** True or false. */
  flag?: boolean
  /** A list; its length is what `max` means. */
  list?: boolean
  /** The operation itself says what becomes of an empty list. */
  mayBeEmpty?: boolean
  /** What each member of a list of texts has to be: one message speaks of them all. */
  each?: Constraint
  /** What the API calls the members of a list of objects. */
  of?: string
  /** An object with fields of its own. */
  fields?: Record<string, Constraint>
  /** What each member of a list of objects has to hold: a message for each that does not. */
  members?: Record<string, Constraint>
  /** Has to hold after the counted constraints; the message stands alone. */
  then?: { pattern: RegExp; message: string }
}

const toField = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

const isNumeric = (c: Constraint) => c.least !== undefined || c.most !== undefined

const isText = (value: unknown) => typeof value === 'string'

function kindOf(c: Constraint): [string, (value: unknown) => boolean] {
  if (c.list) return ['a list', Array.isArray]
  if (c.flag) return ['true or false', (value) => typeof value === 'boolean']
  if (c.fields) return ['an object', (value) => typeof value === 'object']
  return isNumeric(c) ? ['a whole number', Number.isInteger] : ['a string', isText]
}

/** A value that the SDK's types forbid. No service ever sees one, so this is no service error. */
function checkKind(name: string, value: unknown, c: Constraint) {
  if (value === undefined || value === null) return
  const [kind, isOfKind] = kindOf(c)
  if (!isOfKind(value)) throw new TypeError(`${name} has to be ${kind}`)
}

type Violation = { at: string; value: unknown; must: string; words?: string; of?: string }

const length = {
  most: (max: number) => `have length less than or equal to ${max}`,
  least: (min: number) => `have length greater than or equal to ${min}`,
}

/** The rules of a text that it breaks, or all rules there are when there is no text. */
const textRules = (c: Constraint, value?: string) => [
  ...(c.max !== undefined && (value?.length ?? Infinity) > c.max
    ? [length.most(c.max)]
    : []),
  ...(c.min !== undefined && (value?.length ?? -1) < c.min ? [length.least(c.min)] : []),
  ...(c.pattern && (value === undefined || !c.pattern.test(value))
    ? [`satisfy regular expression pattern: ${c.shown}`]
    : []),
]

const numberRules = (c: Constraint, value: number) => [
  ...(c.least !== undefined && value < c.least
    ? [`have value greater than or equal to ${c.least}`]
    : []),
  ...(c.most !== undefined && value > c.most
    ? [`have value less than or equal to ${c.most}`]
    : []),
]

const breaksEach = (each: Constraint, item: unknown) =>
  typeof item === 'string'
    ? textRules(each, item).length > 0 || each.oneOf?.includes(item) === false
    : each.required === true

function brokenList(at: string, value: unknown[], c: Constraint): Violation[] {
  const { each, members = {} } = c
  const tooLong = c.max !== undefined && value.length > c.max
  const isBad = each && value.some((item) => breaksEach(each, item))
  const rules = each && [
    ...textRules(each),
    ...(each.oneOf ? [`satisfy enum value set: [${each.oneOf.join(', ')}]`] : []),
    ...(each.required ? ['not be null'] : []),
  ]
  return [
    ...(tooLong ? [{ at, value, must: length.most(c.max ?? 0), of: c.of }] : []),
    ...(isBad && rules
      ? [
          {
            at,
            value,
            must: `satisfy constraint: [${rules.map((rule) => `Member must ${rule}`).join(', ')}]`,
          },
        ]
      : []),
    ...value.flatMap((item, index) =>
      brokenFields(`${at}.${index + 1}.member`, item, members)
    ),
  ]
}

const brokenFields = (at: string, value: unknown, fields: Record<string, Constraint>) =>
  Object.entries(fields).flatMap(([name, inner]) =>
    // what is no object has none of the fields
    broken(`${at}.${toField(name)}`, Object(value)[name] as unknown, inner)
  )

/** An empty list is sent as none, and so is an object without a field. */
const isMissing = (value: unknown, c: Constraint) =>
  value === undefined ||
  value === null ||
  (c.required === true &&
    ((c.list && !c.mayBeEmpty) || c.fields) &&
    Object.keys(value).length === 0)

function broken(at: string, value: unknown, c: Constraint): Violation[] {
  if (isMissing(value, c)) {
    return c.required ? [{ at, value: undefined, must: 'not be null' }] : []
  }
  if (Array.isArray(value)) return brokenList(at, value, c)
  if (c.fields) return brokenFields(at, value, c.fields)
  if (typeof value === 'number') {
    return numberRules(c, value).map((must) => ({ at, value, must }))
  }
  if (typeof value !== 'string') return []
  const outside = c.oneOf && !c.oneOf.includes(value)
  return [
    ...textRules(c, value).map((must) => ({ at, value, must })),
    ...(outside
      ? [
          {
            at,
            value,
            must: 'satisfy enum value set',
            words: (c.told ?? c.oneOf)?.join(', '),
          },
        ]
      : []),
  ]
}

const because = ({ at, must }: Violation) =>
  ` at '${at}' failed to satisfy constraint: Member must ${must}`

const listed = ({ words }: Violation) => (words === undefined ? '' : `: [${words}]`)

function printed(value: unknown, of = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => printed(item, of)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = Object.entries(value).map(
    ([name, inner]) => `${toField(name)}=${String(inner)}`
  )
  return `${of}(${fields.join(', ')})`
}

/** Most services repeat the value that they refuse. */
const echoing = (violation: Violation) => {
  const { value, of } = violation
  const shown = value === undefined ? 'null' : `'${printed(value, of)}'`
  return `Value ${shown}${because(violation)}${listed(violation)}`
}

/** IAM no longer repeats it: a value may be a secret. */
const silent = (violation: Violation) => `Value${because(violation)}${listed(violation)}`

const constraining =
  (print: (violation: Violation) => string) =>
  <Name extends string>(constraints: Record<Name, Constraint>) =>
  (input: { [K in Name]?: unknown }) => {
    // entries of a record keyed by `Name` have no other keys
    const rows = Object.entries(constraints) as [Name, Constraint][]
    for (const [name, constraint] of rows) checkKind(name, input[name], constraint)
    const violations = rows.flatMap(([name, constraint]) =>
      broken(toField(name), input[name], constraint)
    )
    if (violations.length > 0) throw violationError(violations.map(print))
    for (const [name, { then }] of rows) {
      const value = input[name]
      if (then && typeof value === 'string' && !then.pattern.test(value)) {
        throw serviceError('ValidationError', then.message)
      }
    }
  }

/** A check for an operation: throws `ValidationError` in the service's words. */
export const constrain = constraining(echoing)

/** The same in IAM's words. */
export const constrainIam = constraining(silent)

/** No more are told of, nor counted: a recorded answer. */
const MOST_TOLD = 10

function violationError(violations: string[]) {
  const told = violations.slice(0, MOST_TOLD)
  return serviceError(
    'ValidationError',
    `${told.length} validation error${told.length > 1 ? 's' : ''} detected: ${told.join('; ')}`
  )
}

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
export const newUserName = nameOfLength('newUserName', 64)
export const groupName = nameOfLength('groupName', 128)
export const newGroupName = nameOfLength('newGroupName', 128)
export const roleName = nameOfLength('roleName', 64)
export const policyName = nameOfLength('policyName', 128)
export const instanceProfileName = nameOfLength('instanceProfileName', 128)
export const serverCertificateName = nameOfLength('serverCertificateName', 128)
export const newServerCertificateName = nameOfLength('newServerCertificateName', 128)
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html */
export const virtualMfaDeviceName = nameOfLength('virtualMFADeviceName', 226)
export const optional = (constraint: Constraint): Constraint => ({
  ...constraint,
  required: false,
})

const pathOf = (field: string, pattern = /^\/(?:[!-~]+\/)?$/): Constraint => ({
  min: 1,
  max: 512,
  then: {
    pattern,
    message: `The specified value for ${field} is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.`,
  },
})
export const path = pathOf('path')
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const policyPath = pathOf('path', /^(?:\/[A-Za-z0-9.,+@=_-]+)*\/$/)
export const newPath = pathOf('newPath')
export const pathPrefix: Constraint = {
  min: 1,
  max: 512,
  then: {
    pattern: /^\/[!-~]*$/,
    message:
      'The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters.',
  },
}

const documentText = {
  min: 1,
  max: 131_072,
  pattern: /^[\t\n\r -ÿ]+$/,
  shown: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
}
export const policyDocument: Constraint = { required: true, ...documentText }
export const optionalDocument: Constraint = documentText
/** Simulations take less of Latin-1 than other operations do. */
export const policyDocuments: Constraint = {
  list: true,
  each: {
    ...documentText,
    pattern: /^[\t\n\r -~¡-ÿ]+$/,
    shown: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]+',
  },
}
export const arnText: Constraint = { required: true, min: 20, max: 2048 }
export const policyArnText = arnText
export const description: Constraint = {
  max: 1000,
  pattern: /^[\t\n\r -~¡-ÿ]*$/,
  shown: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*',
}
export const maxSessionDuration: Constraint = { least: 3600, most: 43_200 }
export const maxItems: Constraint = { least: 1, most: 1000 }
export const marker: Constraint = {
  min: 1,
  max: 320,
  pattern: /^[ -ÿ]+$/,
  shown: '[\\u0020-\\u00FF]+',
}
/** `Expired` is a status as well, and not one that can be given: see `credential-status.ts`. */
export const status: Constraint = {
  required: true,
  oneOf: ['Active', 'Inactive', 'Expired'],
  told: ['Active', 'Inactive'],
}

const tagKey: Constraint = {
  required: true,
  min: 1,
  max: 128,
  pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u,
  shown: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+',
}
const tagValue: Constraint = {
  required: true,
  max: 256,
  pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
  shown: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*',
}
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
export const tags: Constraint = {
  list: true,
  max: 50,
  // in the order in which the service tells of them
  members: { Value: tagValue, Key: tagKey },
}
export const tagKeys: Constraint = { list: true, max: 50, each: tagKey }
/** What a thing is to be tagged with, or which of its tags are to go. */
export const newTags: Constraint = { ...tags, required: true, mayBeEmpty: true }
export const oldTags: Constraint = { ...tagKeys, required: true, mayBeEmpty: true }
export const required = (constraint: Constraint): Constraint => ({
  ...constraint,
  required: true,
})
/** A parameter that has been checked to be there, which the SDK's types do not know. */
export const given = (text: string | undefined) => text ?? ''

/** Of a list that comes in pages. */
export const paging = { Marker: marker, MaxItems: maxItems }
