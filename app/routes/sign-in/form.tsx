import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import type { InputProps } from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { createContext, use, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

import type { SignInInput } from '~/data/identity'
import { placeButton } from '~/lib/places'

export type SignInFields = {
  account: string
  userName: string
  email: string
  password: string
  mfaCode: string
  newPassword: string
  again: string
}

export type FormProps = {
  fields: SignInFields
  change: (part: Partial<SignInFields>) => void
  submit: () => void
  busy: boolean
  error: ReactNode
}

/** What a step has not asked for yet is left out: the engine then says that it wants it. */
export function toInput(fields: SignInFields, asRoot: boolean): SignInInput {
  const { account, userName, email, password, mfaCode, newPassword } = fields
  const later = {
    ...(mfaCode ? { mfaCode } : {}),
    ...(newPassword ? { newPassword } : {}),
  }
  return asRoot
    ? { email: email.trim(), password, ...later }
    : { account: account.trim(), userName, password, ...later }
}

/** Whether the form was sent once: until then an empty field is no mistake. */
const Asked = createContext(false)

type SignInFormProps = Pick<FormProps, 'submit' | 'busy' | 'error'> & {
  title: string
  action: string
  isComplete: boolean
  children: ReactNode
  /** Further buttons, below the one that submits. */
  more?: ReactNode
}

export function SignInForm(props: SignInFormProps) {
  const { title, action, isComplete, submit, busy, error, children, more } = props
  const [asked, setAsked] = useState(false)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (isComplete && !busy) submit()
      }}
    >
      <Asked value={asked}>
        <SpaceBetween size="m">
          <Header variant="h1">{title}</Header>
          {error}
          {children}
          <Button
            variant="primary"
            formAction="submit"
            fullWidth
            loading={busy}
            {...placeButton('signIn.submit')}
          >
            {action}
          </Button>
          {more}
        </SpaceBetween>
      </Asked>
    </form>
  )
}

type FieldProps = Pick<
  InputProps,
  'value' | 'type' | 'autoComplete' | 'placeholder' | 'inputMode'
> & {
  label: string
  /** What is asked for, where the label is not how a sentence would say it. */
  what?: string
  problem?: string
  onChange: (value: string) => void
  place?: Partial<InputProps>
  /** The first field of a step that the reader did not ask for. */
  takesFocus?: boolean
}

/** An empty field is named below itself; everything else is one answer from the engine. */
export function Field(props: FieldProps) {
  const { label, what = label, problem, onChange, place, takesFocus, ...input } = props
  const asked = use(Asked)
  const field = useRef<InputProps.Ref>(null)
  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  const missing = asked && input.value.trim() === '' ? `Enter your ${what}` : ''
  return (
    <FormField label={label} errorText={missing || (asked && problem) || ''}>
      <Input
        {...place}
        {...input}
        ref={field}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  )
}
