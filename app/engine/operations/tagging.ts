/** The three operations on the tags of anything but users, roles and policies. */
import type { Call, Target } from '../kernel'
import type { Tag } from '../model'
import { type Constraint, constrainIam, newTags, oldTags, paging } from './params'
import { listResourceTags, putTags, refuseNothing, removeTags, resourceTags } from './tags'
import { withRequest, withTagKeys } from './targets'

type Given = { Key: string | undefined; Value: string | undefined }[] | undefined

/** `the` finds the thing, in a form that may be changed, or says that there is none. */
export const tagging = <Input extends object>(
  name: Record<keyof Input & string, Constraint>,
  on: (call: Call<Input>) => Target,
  the: (call: Call<Input>) => { tags?: Tag[] }
) => ({
  tag: {
    check: constrainIam({ ...name, Tags: newTags }),
    on: (call: Call<Input & { Tags: Given }>) => withRequest(() => on(call))(call),
    run: (call: Call<Input & { Tags: Given }>) => {
      const thing = the(call)
      refuseNothing(call.input.Tags)
      thing.tags = putTags(thing.tags ?? [], call.input.Tags, resourceTags)
      return {}
    },
  },
  untag: {
    check: constrainIam({ ...name, TagKeys: oldTags }),
    on: (call: Call<Input & { TagKeys: string[] | undefined }>) =>
      withTagKeys(() => on(call))(call),
    run: (call: Call<Input & { TagKeys: string[] | undefined }>) => {
      const thing = the(call)
      refuseNothing(call.input.TagKeys)
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
