/**
 * Tags: fifty at most, unique by key. Case does not tell keys of users and roles apart; it does
 * on everything else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 */
import { type ErrorCode, serviceError } from '../errors'
import type { Tag } from '../model'
import { page } from './paging'
import * as p from './params'

type GivenTag = { Key?: string; Value?: string }

type Rules = {
  same: (a: string, b: string) => boolean
  repeated: string
  reserved: string
  /** STS has another code than IAM for what is wrong with tags. */
  code: ErrorCode
}

/** A recorded answer of AWS. */
const reserved = 'Tag keys beginning with aws: are reserved for system use.'

/** Users and roles. */
export const principalTags: Rules = {
  same: (a, b) => a.toLowerCase() === b.toLowerCase(),
  repeated: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  reserved,
  code: 'InvalidInput',
}

export const resourceTags: Rules = {
  same: (a, b) => a === b,
  repeated: 'Duplicate tag keys found.',
  reserved,
  code: 'InvalidInput',
}

const checkMembers = p.constrain({ Tags: p.tags })

/** For STS, whose operations leave it to this to look into the list. */
export function newTags(given: GivenTag[] | undefined, code: ErrorCode): Tag[] {
  checkMembers({ Tags: given })
  const words = { reserved: 'Cannot use reserved prefix aws: in tag key.', code }
  return putTags([], given, { ...principalTags, ...words })
}

export function putTags(
  current: Tag[],
  given: GivenTag[] = [],
  { same, repeated, reserved: taken, code }: Rules = principalTags
): Tag[] {
  const tags = given.map(({ Key = '', Value = '' }) => ({ Key, Value }))
  if (tags.some(({ Key }) => /^aws:/i.test(Key))) {
    throw serviceError(code, taken)
  }
  if (tags.some((tag, i) => tags.some((t, j) => j < i && same(t.Key, tag.Key)))) {
    throw serviceError(code, repeated)
  }
  const kept = current.map((tag) => tags.find((t) => same(t.Key, tag.Key)) ?? tag)
  const added = tags.filter((tag) => !current.some((t) => same(t.Key, tag.Key)))
  const all = [...kept, ...added]
  if (all.length > 50) {
    throw serviceError('LimitExceeded', 'The number of tags has reached the maximum limit.')
  }
  return all
}

/** To tag with nothing is a mistake: a recorded answer of AWS. */
export function refuseNothing(list: unknown[] | undefined) {
  if (list?.length === 0)
    throw serviceError('InvalidInput', 'Error occurred while validating input. ')
}

export const removeTags = (
  current: Tag[],
  keys: string[] = [],
  { same }: Rules = principalTags
): Tag[] => current.filter((tag) => !keys.some((key) => same(key, tag.Key)))

type Paging = { Marker?: string; MaxItems?: number }

export const tagsShape = (tags: Tag[] = []) => tags.map((tag) => ({ ...tag }))

export function listTags(tags: Tag[], input: Paging) {
  const { items, ...rest } = page(tags, input)
  return { Tags: tagsShape(items), ...rest }
}

/** Tags of users and roles come as they were set, those of other things by length and letter. */
export const listResourceTags = (tags: Tag[] = [], input: Paging) =>
  listTags(
    tags.toSorted(
      (a, b) => a.Key.length - b.Key.length || (a.Key < b.Key ? -1 : Number(a.Key > b.Key))
    ),
    input
  )
