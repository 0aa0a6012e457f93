import type { Problems, RoleForm } from '../role-form'

/** What every step of the wizard is given; it knows nothing of its neighbours. */
export type StepProps = {
  form: RoleForm
  onChange: (form: RoleForm) => void
  /** Empty until somebody has tried to go on. */
  problems: Problems
  /** The ID of the account the role is made in. */
  account: string
}
