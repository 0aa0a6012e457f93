/** The three operations on the tags of anything but users, roles and policies. */
import type { Call, Target } from '../kernel'
import type { Tag } from '../model'
import { type Constraint, constrainIam, paging, required, tagKeys, tags } from './params'
import { listResourceTags, putTags, removeTags, resourceTags } from './tags'
import { withRequest, withTagKeys } from './targets'

type Given = { Key: string | undefined; Value: string | undefined }[] | undefined

/** `the` finds the thing, in a form that may be changed, or says that there is none. */
export const tagging = <Input extends object>(
  name: Record<keyof Input & string, Constraint>,
  on: (call: Call<Input>) => Target,
  the: (call: Call<Input>) => { tags?: Tag[] }
) => ({
  tag: {
    check: constrainIam({ ...name, Tags: required(tags) }),
    on: (call: Call<Input & { Tags: Given }>) => withRequest(() => on(call))(call),
    run: (call: Call<Input & { Tags: Given }>) => {
      const thing = the(call)
      thing.tags = putTags(thing.tags ?? [], call.input.Tags, resourceTags)
      return {}
    },
  },
  untag: {
    check: constrainIam({ ...name, TagKeys: required(tagKeys) }),
    on: (call: Call<Input & { TagKeys: string[] | undefined }>) =>
      withTagKeys(() => on(call))(call),
    run: (call: Call<Input & { TagKeys: string[] | undefined }>) => {
      const thing = the(call)
      thing.tags = removeTags(thing.tags ?? [], call.input.TagKeys, resourceTags)
      return {}
    },
  },
  list: {
    check: constrainIam({ ...name, ...paging }),
    on,
    run: (call: Call<Input & { Marker?: string; MaxItems?: number }>) =>
      listResourceTags(the(call).tags, call.input),
  },
})
