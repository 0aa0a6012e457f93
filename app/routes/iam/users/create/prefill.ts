/** A link to the wizard can carry what is to stand in it. */
import { readUserLink, type UserStep } from '~/lib/console-address/create-user'
import { readParameters } from '~/lib/console-address/parameters'
import { lastSegment } from '~/lib/console-address/text'
import { blankUser, stepOf, type UserForm, userProblems } from './user-form'

const toPolicy = (Arn: string) => ({ Arn, PolicyName: lastSegment(Arn) })

const stepIndex: Record<UserStep, number> = { details: 0, permissions: 1, review: 2 }

export type UserPrefill = {
  form: UserForm
  /** Names of groups and of a user, which may or may not be there. */
  groups: string[]
  copyFrom: string | undefined
  notes: string[]
  step: number
  tried: number | undefined
}

/** The first step that does not hold before the one that is asked for, or that one. */
function beginAt(form: UserForm, asked: number) {
  const problems = userProblems(form)
  const isBlocked = problems.name !== undefined
  if (asked > stepOf.name && isBlocked) return { step: 0, tried: 0 }
  // an empty name is no mistake of the link's
  return { step: asked, tried: isBlocked && form.name !== '' ? 0 : undefined }
}

/** `search` is the query of the address. */
export function prefilledUser(search: string): UserPrefill {
  const link = readUserLink(readParameters(search))
  const [name = '', ...others] = link.names
  const form: UserForm = {
    ...blankUser,
    name,
    console: link.console,
    choice: {
      ...blankUser.choice,
      option: link.option ?? blankUser.choice.option,
      policies: link.policies.map(toPolicy),
    },
    boundary: link.boundary
      ? { use: true, policy: toPolicy(link.boundary) }
      : blankUser.boundary,
  }
  const notes = [
    ...(others.length > 0
      ? [`One user is created at a time. Still to be created: ${others.join(', ')}.`]
      : []),
    ...(link.accessKey
      ? ['An access key is made after the user, on the tab Security credentials.']
      : []),
  ]
  const { groups, copyFrom } = link
  return {
    form,
    groups,
    copyFrom,
    notes,
    ...beginAt(form, stepIndex[link.step ?? 'details']),
  }
}
