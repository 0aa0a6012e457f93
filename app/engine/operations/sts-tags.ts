/**
 * Session tags: given with the call, by an identity provider, or inherited in a chain.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
import type { Caller } from '../caller'
import { serviceError } from '../errors'
import type { Tag } from '../model'
import { newTags } from './tags'

type Given = { Tags?: { Key?: string; Value?: string }[]; TransitiveTagKeys?: string[] }

export const hasKey = (keys: string[], wanted: string) =>
  keys.some((key) => key.toLowerCase() === wanted.toLowerCase())

/** Tags marked transitive in a role session go with it into the next. */
function inheritedTags({ session }: Caller) {
  const identity = session?.identity
  if (identity?.type !== 'role') return { tags: [], keys: [] }
  const keys = identity.transitiveTagKeys
  return { tags: identity.tags.filter((tag) => hasKey(keys, tag.Key)), keys }
}

export function sessionTags(
  caller: Caller,
  given: Given
): { tags: Tag[]; transitiveTagKeys: string[] } {
  const inherited = inheritedTags(caller)
  const tags = newTags(given.Tags, 'InvalidParameterValue')
  const keys = given.TransitiveTagKeys ?? []
  const named = tags.map((tag) => tag.Key)
  if (named.some((key) => hasKey(inherited.keys, key))) {
    throw serviceError(
      'InvalidParameterValue',
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session."
    )
  }
  if (keys.some((key) => !hasKey(named, key))) {
    throw serviceError(
      'InvalidParameterValue',
      'The specified transitive tag key must be included in the requested tags.'
    )
  }
  return {
    tags: [...inherited.tags, ...tags],
    transitiveTagKeys: [...inherited.keys, ...keys],
  }
}
