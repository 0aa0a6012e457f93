/** Where the wizard opens, and what it says there at once. */
import type { RoleStep } from '~/lib/features'
import type { Prefill } from './prefill'
import { blankForm, type Problems, type RoleForm } from './role-form'
import {
  detailsProblems,
  namingProblems,
  permissionsProblems,
  tagsProblems,
  trustProblems,
} from './role-problems'

/** What is wrong with each step. */
export const checks: Record<RoleStep, (form: RoleForm) => Problems> = {
  trust: ({ trust }) => trustProblems(trust),
  permissions: ({ permissions }) => permissionsProblems(permissions),
  tags: ({ details }) => tagsProblems(details),
  details: ({ details }) => detailsProblems(details),
  review: ({ details }) => namingProblems(details),
}

/** The fields that can be wrong in what they hold, rather than be empty. */
const givenIn = ({ trust, details }: RoleForm): Partial<Record<string, boolean>> => ({
  accountId: trust.account.accountId !== '',
  externalId: trust.account.externalId !== '',
  custom: trust.custom.text !== blankForm.trust.custom.text,
  name: details.name !== '',
  description: details.description !== '',
  tags: details.tags.length > 0,
})

/**
 * A link may ask for a step, which opens when the ones before it hold; else the first that does
 * not. Nobody has typed anything yet, so only what the link itself got wrong is an error.
 */
export function beginAt(
  { form, step: asked }: Prefill,
  steps: readonly RoleStep[]
): { step: number; tried?: number } {
  const step = asked === 'last' ? steps.length - 1 : asked
  const problems = steps.map((each) => Object.keys(checks[each](form)))
  const blocked = problems.findIndex((found, index) => index < step && found.length > 0)
  if (blocked >= 0) return { step: blocked, tried: blocked }
  const given = givenIn(form)
  return problems[step]?.some((field) => given[field]) ? { step, tried: step } : { step }
}
