/**
 * Tags: unique by key without regard to case, fifty at most.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
 */
import { type ErrorCode, serviceError } from '../errors'
import type { Tag } from '../model'
import { page } from './paging'

type GivenTag = { Key?: string; Value?: string }

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function checkTag({ Key, Value }: GivenTag, index: number) {
  const at = `tags.${index + 1}.member`
  const problem = (where: string, value: string | undefined, must: string) =>
    serviceError(
      'ValidationError',
      `1 validation error detected: Value ${value === undefined ? 'null' : `'${value}'`} at '${at}.${where}' failed to satisfy constraint: Member must ${must}`
    )
  if (Key === undefined) throw problem('key', Key, 'not be null')
  if (Key.length < 1) throw problem('key', Key, 'have length greater than or equal to 1')
  if (Key.length > 128) throw problem('key', Key, 'have length less than or equal to 128')
  if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u.test(Key)) {
    throw problem(
      'key',
      Key,
      'satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'
    )
  }
  if (Value === undefined) throw problem('value', Value, 'not be null')
  if (Value.length > 256)
    throw problem('value', Value, 'have length less than or equal to 256')
  if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(Value)) {
    throw problem(
      'value',
      Value,
      'satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*'
    )
  }
  if (/^aws:/i.test(Key)) {
    throw serviceError('InvalidInput', 'Cannot use reserved prefix aws: in tag key.')
  }
}

/** STS has another code than IAM for what is wrong with tags. */
export const newTags = (given: GivenTag[] | undefined, code?: ErrorCode): Tag[] =>
  putTags([], given, code)

export function putTags(
  current: Tag[],
  given: GivenTag[] = [],
  code: ErrorCode = 'InvalidInput'
): Tag[] {
  given.forEach(checkTag)
  const tags = given.map(({ Key = '', Value = '' }) => ({ Key, Value }))
  const repeated = tags.some((tag, i) => tags.some((t, j) => j < i && same(t.Key, tag.Key)))
  if (repeated) {
    throw serviceError(
      code,
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.'
    )
  }
  const kept = current.filter((tag) => !tags.some((t) => same(t.Key, tag.Key)))
  const all = [...kept, ...tags]
  if (all.length > 50) {
    throw serviceError('LimitExceeded', 'The number of tags has reached the maximum limit.')
  }
  return all
}

export const removeTags = (current: Tag[], keys: string[] = []): Tag[] =>
  current.filter((tag) => !keys.some((key) => same(key, tag.Key)))

export function listTags(tags: Tag[], input: { Marker?: string; MaxItems?: number }) {
  const { items, ...rest } = page(tags, input)
  return { Tags: items.map((tag) => ({ ...tag })), ...rest }
}
