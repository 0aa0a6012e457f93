import type { TagField } from '~/components/tag-fields'
import { tagErrors } from '~/components/tag-fields'
import type { BoundaryChoice } from '~/components/policies/boundary-field'
import type { Step } from '~/data/progress'
import type { AwsClient } from '~/engine'
import {
  allowChange,
  newPasswordForm,
  type PasswordForm,
  passwordProblem,
} from '../credentials/password'
import { type Choice, choiceSteps, noChoice } from '../permissions/choice'

export type UserForm = {
  name: string
  console: boolean
  password: PasswordForm
  choice: Choice
  boundary: BoundaryChoice
  tags: TagField[]
}

export const blankUser: UserForm = {
  name: '',
  console: false,
  password: newPasswordForm,
  choice: noChoice,
  boundary: { use: false },
  tags: [],
}

export type Problems = {
  name?: string
  password?: string
  boundary?: string
  tags?: string
}

function nameProblem(name: string) {
  if (!name) return 'User name is required.'
  if (name.length > 64) return 'User name must have a maximum of 64 characters.'
  return /^[\w+=,.@-]+$/.test(name)
    ? undefined
    : 'User name contains invalid characters. Valid characters: A-Z, a-z, 0-9, and + = , . @ _ - (hyphen)'
}

const present = (problems: Record<keyof Problems, string | undefined>): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem))

export const userProblems = ({ name, console, password, boundary, tags }: UserForm) =>
  present({
    name: nameProblem(name),
    password: console ? passwordProblem(password) : undefined,
    boundary:
      boundary.use && !boundary.policy
        ? 'Select a policy to set as the permissions boundary.'
        : undefined,
    tags: tagErrors(tags)[0],
  })

/** Which step shows which problem. */
export const stepOf: Record<keyof Problems, number> = {
  name: 0,
  password: 0,
  boundary: 1,
  tags: 2,
}

function inputOf({ name, tags, boundary }: UserForm) {
  return {
    UserName: name,
    ...(tags.length > 0
      ? { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }
      : {}),
    ...(boundary.use && boundary.policy?.Arn
      ? { PermissionsBoundary: boundary.policy.Arn }
      : {}),
  }
}

function consoleSteps(client: AwsClient, form: UserForm, Password: string): Step[] {
  if (!form.console) return []
  const UserName = form.name
  const input = { UserName, Password, PasswordResetRequired: form.password.reset }
  return [
    {
      what: 'Enable console access',
      of: input,
      call: () => client.iam.createLoginProfile(input),
    },
    ...(form.password.reset
      ? [
          {
            what: 'Allow the user to change the password',
            of: UserName,
            call: () => allowChange(client, UserName),
          },
        ]
      : []),
  ]
}

/** One call makes the user; the others give it what was chosen. */
export async function createUserSteps(
  client: AwsClient,
  form: UserForm,
  password: string
): Promise<Step[]> {
  const input = inputOf(form)
  return [
    {
      what: `Create user ${form.name}`,
      of: input,
      call: () => client.iam.createUser(input),
    },
    ...(await choiceSteps(client, form.name, form.choice)),
    ...consoleSteps(client, form, password),
  ]
}
