import { useMemo } from 'react'
import {
  keepKnown,
  keepKnownBoundary,
  useLinkedPolicies,
} from '~/components/policies/linked-policies'
import { useGroups } from '~/data/groups'
import { useUsers } from '~/data/users'
import type { UserPrefill } from './prefill'
import type { UserForm } from './user-form'

/** Groups and the user to copy from go by name in a link; the account says who that is. */
function useNamed({ groups: names, copyFrom }: UserPrefill) {
  const groups = useGroups(names.length > 0)
  const users = useUsers(copyFrom !== undefined)
  return useMemo(() => {
    const found = groups.data?.filter(({ GroupName = '' }) => names.includes(GroupName))
    const from = users.data?.find(({ UserName }) => UserName === copyFrom)
    const absent = names.filter(
      (name) => !found?.some(({ GroupName }) => GroupName === name)
    )
    const notes = [
      ...(found ? absent.map((name) => `There is no user group ${name}.`) : []),
      ...(users.data && copyFrom && !from ? [`There is no user ${copyFrom} to copy.`] : []),
    ]
    return { groups: found ?? [], from, notes }
  }, [groups.data, users.data, names, copyFrom])
}

/**
 * The form with what the link named and the account has, until somebody chooses otherwise, and
 * a sentence for everything it has not. `start` is the form as the link filled it in.
 */
export function useLinkedUser(form: UserForm, start: UserPrefill) {
  const linked = useLinkedPolicies({
    policies: start.form.choice.policies,
    boundary: start.form.boundary,
  })
  const named = useNamed(start)
  const known = useMemo(() => {
    const { choice, boundary } = form
    const isAsFilled = choice === start.form.choice
    return {
      ...form,
      choice: {
        ...choice,
        policies: keepKnown(choice.policies, linked),
        ...(isAsFilled ? { groups: named.groups } : {}),
        ...(isAsFilled && named.from ? { from: named.from } : {}),
      },
      boundary: keepKnownBoundary(boundary, linked),
    }
  }, [form, start, linked, named])
  return { form: known, notes: [...linked.notes, ...named.notes] }
}
