import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'

import { placeButton, placeInput } from '~/lib/places'

import type { FormProps } from './form'

type Props = FormProps & { onRoot: () => void }

/** An empty field is named below itself; everything else is one answer from the engine. */
const missing = (value: string, asked: boolean, what: string) =>
  asked && value.trim() === '' ? `Enter your ${what}` : ''

export function UserForm({ fields, change, submit, busy, error, onRoot }: Props) {
  const [showPassword, setShowPassword] = useState(false)
  const [asked, setAsked] = useState(false)
  const complete = Boolean(
    fields.account.trim() && fields.userName.trim() && fields.password
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (complete && !busy) submit()
      }}
    >
      <SpaceBetween size="m">
        <Header variant="h1">IAM user sign in</Header>
        {error}
        <FormField
          label="Account ID or alias"
          errorText={missing(fields.account, asked, 'account ID or alias')}
        >
          <Input
            {...placeInput('signIn.account')}
            value={fields.account}
            autoComplete="organization"
            onChange={({ detail }) => change({ account: detail.value })}
          />
        </FormField>
        <FormField
          label="IAM username"
          errorText={missing(fields.userName, asked, 'IAM username')}
        >
          <Input
            {...placeInput('signIn.userName')}
            value={fields.userName}
            autoComplete="username"
            onChange={({ detail }) => change({ userName: detail.value })}
          />
        </FormField>
        <FormField label="Password" errorText={missing(fields.password, asked, 'password')}>
          <Input
            {...placeInput('signIn.password')}
            type={showPassword ? 'text' : 'password'}
            value={fields.password}
            autoComplete="current-password"
            onChange={({ detail }) => change({ password: detail.value })}
          />
        </FormField>
        <Checkbox
          checked={showPassword}
          onChange={({ detail }) => setShowPassword(detail.checked)}
        >
          Show Password
        </Checkbox>
        <Button
          variant="primary"
          formAction="submit"
          fullWidth
          loading={busy}
          {...placeButton('signIn.submit')}
        >
          Sign in
        </Button>
        <Button
          fullWidth
          formAction="none"
          onClick={onRoot}
          {...placeButton('signIn.root')}
        >
          Sign in using root user email
        </Button>
      </SpaceBetween>
    </form>
  )
}
