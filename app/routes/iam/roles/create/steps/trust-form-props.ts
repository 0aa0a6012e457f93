import type { Problems, RoleForm, TrustForm } from '../role-form'

export type TrustFormProps = {
  trust: TrustForm
  onChange: (trust: TrustForm) => void
  problems: Problems
  account: string
  /** For a use case that comes with policies. */
  form: RoleForm
  onForm: (form: RoleForm) => void
}
